package org.batonrelay.summary;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.relay.AgreedDates;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends in a transaction of its own, and sets the due times once the mail server has said yes: a dead server marks nothing sent. */
@Component
class SendSummaryEmail implements JavaDelegate {

    private final SummarySending summaries;
    private final BusinessCalendar hours;
    private final AgreedDates dates;

    SendSummaryEmail(SummarySending summaries, BusinessCalendar hours, AgreedDates dates) {
        this.summaries = summaries;
        this.hours = hours;
        this.dates = dates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Object before = execution.getVariable("sending");
        int sending = before == null ? 1 : (Integer) before + 1;
        Instant sentAt = summaries.send(Variables.text(execution, SummaryProcess.SUMMARY_ID), sending);
        SummaryDeadlines deadlines = new SummaryDeadlines(
                Variables.textOrNull(execution, "remindAfter"),
                Variables.textOrNull(execution, "flagAfter"),
                Variables.text(execution, "summaryCalendar"));
        String clock = dates.teamOf(Variables.reference(execution));
        Instant remindAt = deadlines.remindAt(sentAt, hours, clock);
        Instant flagAt = deadlines.flagAt(sentAt, hours, clock);
        execution.setVariable("sending", sending);
        execution.setVariable("remindAt", Date.from(remindAt));
        execution.setVariable("flagAt", Date.from(flagAt));
        execution.setVariable("reminderWanted", remindAt.isBefore(flagAt));
    }
}
