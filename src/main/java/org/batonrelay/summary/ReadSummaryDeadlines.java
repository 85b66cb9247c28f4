package org.batonrelay.summary;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.batonrelay.baton.Variables;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.engine.decision.ReadsDecision;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how long this client may be silent; the clock starts only with the sending. */
@Component
class ReadSummaryDeadlines implements JavaDelegate, ReadsDecision {

    private final Decisions decisions;
    private final BusinessCalendar hours;
    private final Clock clock;

    ReadSummaryDeadlines(Decisions decisions, BusinessCalendar hours, Clock clock) {
        this.decisions = decisions;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("summary-deadlines");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        SummaryDeadlines.of(outputs, hours, clock.instant());
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
