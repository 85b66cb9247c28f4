package org.batonrelay.watch;

import java.util.Map;
import java.util.Set;
import org.batonrelay.baton.Exchange;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.engine.decision.ReadsDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long something may be left lying, as the process owner's tables say. */
@Component
public class WrittenDeadlines implements ReadsDecision {

    private final Decisions decisions;
    private final BusinessCalendar hours;

    WrittenDeadlines(Decisions decisions, BusinessCalendar hours) {
        this.decisions = decisions;
        this.hours = hours;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("leg-deadlines", "handoff-deadlines", "call-back-deadlines");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        boolean offers = decision.equals("handoff-deadlines");
        boolean closes = decision.equals("call-back-deadlines");
        LegDeadlines.of(
                outputs, offers ? "remindEvery" : "remindAfter", closes ? "closeAfter" : "escalateAfter", hours);
    }

    /** @param leg a leg, or what else {@code leg-deadlines} has rules for */
    public LegDeadlines of(String leg, String priority, String executionId) {
        return decisions.decide(
                "leg-deadlines",
                Map.of("leg", leg, "priority", priority),
                executionId,
                outputs -> LegDeadlines.of(outputs, "remindAfter", "escalateAfter", hours));
    }

    /**
     * Of a request that moves no baton: it is reminded of and told, never widened or dropped.
     *
     * @param team the receiver's
     */
    public LegDeadlines ofRequest(Exchange exchange, String team, String priority, String executionId) {
        return decisions.decide(
                "handoff-deadlines",
                Map.of("exchange", exchange.id(), "priority", priority, "receiverGroup", team),
                executionId,
                outputs -> LegDeadlines.of(outputs, "remindEvery", "escalateAfter", hours));
    }

    /** Of a question to an earlier runner, which closes by itself in the end. */
    public LegDeadlines ofQuestion(String priority, String executionId) {
        return decisions.decide(
                "call-back-deadlines",
                Map.of("priority", priority),
                executionId,
                outputs -> LegDeadlines.of(outputs, "remindAfter", "closeAfter", hours));
    }
}
