package org.batonrelay.contract;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.engine.decision.ReadsDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which contract legal takes first, as the decision {@code contract-priority} says; the higher number. */
@Component
class ContractPriority implements ReadsDecision {

    private final Decisions decisions;
    private final BusinessCalendar calendar;

    ContractPriority(Decisions decisions, BusinessCalendar calendar) {
        this.decisions = decisions;
        this.calendar = calendar;
    }

    int of(Terms terms, @Nullable String executionId) {
        LocalDate closeOn = terms.closeOn();
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("dealValue", terms.value());
        inputs.put(
                "daysToClose",
                closeOn == null ? null : (int) ChronoUnit.DAYS.between(calendar.today(Legal.GROUP), closeOn));
        return decisions.decide("contract-priority", inputs, executionId, ContractPriority::read);
    }

    @Override
    public Set<String> decisions() {
        return Set.of("contract-priority");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        read(outputs);
    }

    private static int read(Map<String, @Nullable Object> outputs) {
        if (outputs.get("priority") instanceof Number priority
                && priority.intValue() >= 0
                && priority.intValue() <= 100) {
            return priority.intValue();
        }
        throw new IllegalArgumentException(
                "priority: '" + outputs.get("priority") + "' is no number between 0 and 100");
    }
}
