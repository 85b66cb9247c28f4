package org.batonrelay.backward;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.HolderTeams;
import org.batonrelay.relay.LegDeadlines;
import org.batonrelay.relay.Variables;
import org.batonrelay.relay.WrittenDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Works out when the one asked is reminded, and when the question closes by itself, in their own hours. */
@Component
class ReadCallBackDeadlines implements JavaDelegate {

    private final CallBacks callBacks;
    private final WrittenDeadlines written;
    private final BusinessCalendar hours;
    private final HolderTeams teams;
    private final Batons batons;

    ReadCallBackDeadlines(
            CallBacks callBacks, WrittenDeadlines written, BusinessCalendar hours, HolderTeams teams, Batons batons) {
        this.callBacks = callBacks;
        this.written = written;
        this.hours = hours;
        this.teams = teams;
        this.batons = batons;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CallBack asked = callBacks.get(Variables.text(execution, CallBackVariables.CALL_BACK_ID));
        LegDeadlines deadlines = written.ofQuestion(Variables.priority(execution), execution.getId());
        String team = teams.of(asked.askedOf(), batons.get(asked.reference()).leg());
        Instant remindAt = deadlines.remindAt(asked.askedAt(), hours, team);
        Instant closeAt = deadlines.escalateAt(asked.askedAt(), hours, team);
        if (closeAt != null) {
            callBacks.expect(asked.id(), closeAt);
        }
        execution.setVariable(CallBackVariables.REMIND_AT, LegDeadlines.timer(remindAt));
        execution.setVariable(CallBackVariables.CLOSE_AT, LegDeadlines.timer(closeAt));
        execution.setVariable(CallBackVariables.ANSWER_DUE, closeAt == null ? null : Date.from(closeAt));
    }
}
