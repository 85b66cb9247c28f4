package org.batonrelay.onboarding;

import org.batonrelay.baton.Promises;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which promise is the kickoff of a plan, and whether its date is agreed. */
@Component
@Transactional
class KickoffItems {

    private final PlanPhases phases;
    private final Promises promises;
    private final ItemMeetings meetings;

    KickoffItems(PlanPhases phases, Promises promises, ItemMeetings meetings) {
        this.phases = phases;
        this.promises = promises;
        this.meetings = meetings;
    }

    boolean isKickoff(String promiseId) {
        return phases.item(promiseId).filter(KickoffItems::isKickoff).isPresent();
    }

    /** Whether its date is agreed, or nobody has to agree one: it is over, or the plan has none. */
    boolean isAgreed(LeadReference reference) {
        return !phases.of(reference).isEmpty()
                && phases.items(reference).stream()
                        .filter(KickoffItems::isKickoff)
                        .allMatch(item -> item.promiseId() != null && isSettled(item.promiseId()));
    }

    private boolean isSettled(String promiseId) {
        return meetings.isAgreed(promiseId) || !promises.get(promiseId).state().equals("open");
    }

    private static boolean isKickoff(PlanPhases.Item item) {
        return PlanTemplate.KICKOFF.equals(item.kind());
    }
}
