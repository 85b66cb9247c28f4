package org.batonrelay.handoff;

import org.batonrelay.absence.Absence;
import org.batonrelay.absence.AbsencePlan;
import org.batonrelay.absence.Absences;
import org.batonrelay.baton.SharedTasks;
import org.batonrelay.engine.Errands;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows when somebody goes away or comes back, in the transaction of that step. */
@Component
@Transactional
class AbsentPeople {

    private final AbsencePlan plan;
    private final Absences absences;
    private final SharedTasks tasks;
    private final AbsentReceivers receivers;
    private final Errands errands;

    AbsentPeople(AbsencePlan plan, Absences absences, SharedTasks tasks, AbsentReceivers receivers, Errands errands) {
        this.plan = plan;
        this.absences = absences;
        this.tasks = tasks;
        this.receivers = receivers;
        this.errands = errands;
    }

    void gone(String person) {
        lookAgain(person);
        errands.later(null, StandInNotice.NAME, person);
    }

    /** Whom others stand in for may change with one person's coming and going, so all are looked at. */
    private void lookAgain(String person) {
        tasks.share(person);
        absences.now().stream()
                .map(Absence::person)
                .filter(other -> !other.equals(person))
                .forEach(tasks::share);
        receivers.lookAgain(person);
    }

    void back(String absenceId) {
        Absence over = plan.end(absenceId);
        lookAgain(over.person());
        if (over.substitute() != null) {
            receivers.giveBack(over.person(), over.substitute());
        }
    }
}
