package org.batonrelay.onboarding;

import java.util.List;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The phases of a plan that have not begun, and how somebody lets the next one begin. */
@Component
@Transactional
public class WaitingPhases {

    /**
     * @param opensAfter the phase that is decided before
     * @param items what is done in it
     */
    public record Waiting(int number, @Nullable Integer opensAfter, List<String> items) {}

    private static final int LONGEST = 1000;

    private final PlanPhases phases;
    private final OnboardingProcess process;

    WaitingPhases(PlanPhases phases, OnboardingProcess process) {
        this.phases = phases;
        this.process = process;
    }

    /** The next one first. */
    public List<Waiting> of(LeadReference reference) {
        List<PlanPhases.Phase> waiting =
                phases.of(reference).stream().filter(phase -> !phase.began()).toList();
        // most leads have none, and every card asks
        List<PlanPhases.Item> items = waiting.isEmpty() ? List.of() : phases.items(reference);
        return waiting.stream()
                .map(phase -> new Waiting(
                        phase.number(),
                        phase.opensAfter(),
                        items.stream()
                                .filter(item -> item.phase() == phase.number())
                                .map(PlanPhases.Item::what)
                                .toList()))
                .toList();
    }

    /**
     * Begins the next one although what it waits for is not decided.
     *
     * @throws Refusal without a reason, or when none waits in a running onboarding
     */
    public void unlock(LeadReference reference, String why) {
        if (why.isBlank() || why.length() > LONGEST) {
            throw new Refusal("Please say why the phase begins now, in at most " + LONGEST + " characters.");
        }
        if (of(reference).isEmpty() || !process.phaseUnlocked(reference, why.strip())) {
            throw new Refusal("No phase of a plan waits here.");
        }
    }
}
