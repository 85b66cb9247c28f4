package org.batonrelay.backward;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Decisions;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.HolderTeams;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Works out when the one asked is reminded, and when the question closes by itself, in their own hours. */
@Component
class ReadCallBackDeadlines implements JavaDelegate {

    private final CallBacks callBacks;
    private final Decisions decisions;
    private final BusinessCalendar hours;
    private final HolderTeams teams;
    private final Batons batons;

    ReadCallBackDeadlines(
            CallBacks callBacks, Decisions decisions, BusinessCalendar hours, HolderTeams teams, Batons batons) {
        this.callBacks = callBacks;
        this.decisions = decisions;
        this.hours = hours;
        this.teams = teams;
        this.batons = batons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CallBack asked = callBacks.get(Variables.text(execution, CallBackVariables.CALL_BACK_ID));
        CallBackDeadlines deadlines = decisions.decide(
                "call-back-deadlines",
                Map.of(Variables.PRIORITY, Variables.priority(execution)),
                execution.getId(),
                outputs -> CallBackDeadlines.of(outputs, hours));
        String team = teams.of(asked.askedOf(), batons.get(asked.reference()).leg());
        Instant closeAt = deadlines.closeAt(asked.askedAt(), hours, team);
        boolean never = closeAt.equals(BusinessCalendar.NEVER);
        if (!never) {
            callBacks.expect(asked.id(), closeAt);
        }
        execution.setVariable(CallBackVariables.REMIND_AT, Date.from(deadlines.remindAt(asked.askedAt(), hours, team)));
        execution.setVariable(CallBackVariables.CLOSE_AT, Date.from(closeAt));
        execution.setVariable(CallBackVariables.ANSWER_DUE, never ? null : Date.from(closeAt));
    }
}
