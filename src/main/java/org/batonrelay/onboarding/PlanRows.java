package org.batonrelay.onboarding;

import java.util.Map;
import java.util.Set;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.decision.ReadsDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries the rows of a new {@code onboarding-plan} before it goes live. */
@Component
class PlanRows implements ReadsDecision {

    private final BusinessCalendar hours;

    PlanRows(BusinessCalendar hours) {
        this.hours = hours;
    }

    @Override
    public Set<String> decisions() {
        return Set.of("onboarding-plan");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        PlanTemplate.tryRow(outputs, hours);
    }
}
