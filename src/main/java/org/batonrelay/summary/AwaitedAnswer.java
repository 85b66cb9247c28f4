package org.batonrelay.summary;

import org.batonrelay.ledger.LeadReference;
import org.batonrelay.watch.Pause;
import org.springframework.stereotype.Component;

/** A holder who waits for the client's word on the last summary does not lose time by it. */
@Component
class AwaitedAnswer implements Pause {

    private final Summaries summaries;

    AwaitedAnswer(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public boolean holds(LeadReference reference) {
        return summaries
                .last(reference)
                .filter(last -> last.status() == Summary.Status.SENT)
                .isPresent();
    }
}
