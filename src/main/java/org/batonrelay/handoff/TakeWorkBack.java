package org.batonrelay.handoff;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody is back, by date or early: their tasks are theirs alone again, and they are offered batons. */
@Component
class TakeWorkBack implements JavaDelegate {

    private final AbsentPeople absent;

    TakeWorkBack(AbsentPeople absent) {
        this.absent = absent;
    }

    @Override
    public void execute(DelegateExecution execution) {
        absent.back(Variables.text(execution, "absenceId"));
    }
}
