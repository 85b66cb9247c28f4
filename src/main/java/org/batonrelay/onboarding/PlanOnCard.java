package org.batonrelay.onboarding;

import java.util.Map;
import org.batonrelay.baton.CardPart;
import org.batonrelay.ledger.LeadReference;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the card: which phase of the plan comes next, and what it waits for. */
@Component
@Order(40)
class PlanOnCard implements CardPart {

    private final WaitingPhases phases;

    PlanOnCard(WaitingPhases phases) {
        this.phases = phases;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        return Map.of(
                "laterInPlan",
                phases.of(reference).stream()
                        .findFirst()
                        .map(next -> "Phase " + next.number() + " (" + String.join("; ", next.items())
                                + ") begins when everything of phase " + next.opensAfter()
                                + " is decided. On the lead's page it can begin before that.")
                        .orElse(""));
    }
}
