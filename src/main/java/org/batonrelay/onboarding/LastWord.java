package org.batonrelay.onboarding;

import java.util.EnumSet;
import java.util.Set;
import org.batonrelay.baton.Batons;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary.Status;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An onboarding ends with the client's word, or with somebody's who says why it does without. */
@Component
@Transactional
class LastWord {

    private static final Set<Status> GIVEN = EnumSet.of(Status.CONFIRMED, Status.CORRECTED);

    private final Summaries summaries;
    private final Batons batons;

    LastWord(Summaries summaries, Batons batons) {
        this.summaries = summaries;
        this.batons = batons;
    }

    boolean isGiven(String summaryId) {
        return GIVEN.contains(summaries.get(summaryId).status());
    }

    void doWithout(LeadReference reference, String why) {
        batons.recordDeparture(reference, "onboarding finished without the client's word", why);
    }
}
