package org.batonrelay.summary;

import java.time.Clock;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Decisions;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads how long this client may be silent; the clock starts only with the sending. */
@Component
class ReadSummaryDeadlines implements JavaDelegate {

    private final Decisions decisions;
    private final BusinessCalendar hours;
    private final Clock clock;

    ReadSummaryDeadlines(Decisions decisions, BusinessCalendar hours, Clock clock) {
        this.decisions = decisions;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SummaryDeadlines deadlines = decisions.decide(
                "summary-deadlines",
                Map.of("priority", Variables.text(execution, Variables.PRIORITY)),
                execution.getId(),
                outputs -> SummaryDeadlines.of(outputs, hours, clock.instant()));
        execution.setVariable("remindAfter", deadlines.remindAfter());
        execution.setVariable("flagAfter", deadlines.flagAfter());
        execution.setVariable("summaryCalendar", deadlines.calendar());
    }
}
