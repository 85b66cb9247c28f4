package org.batonrelay.offer;

import java.util.Set;
import org.batonrelay.engine.CurrentStep;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whatever happens to an offer and calls for somebody to act is told by mail, as an errand behind the step that it
 * happened in: a dead mail server holds no baton up.
 */
@Component
class OfferNotices {

    private static final Set<EntryType> TOLD = Set.of(
            EntryType.HANDOFF_OFFERED,
            EntryType.HANDOFF_REMINDED,
            EntryType.HANDOFF_WIDENED,
            EntryType.HANDOFF_ESCALATED,
            EntryType.HANDOFF_RETURNED,
            EntryType.HANDOFF_DROPPED);

    private final Errands errands;

    OfferNotices(Errands errands) {
        this.errands = errands;
    }

    @EventListener
    void on(LedgerEntry entry) {
        // helpers' requests are on record as exchanges, too, but are no offers
        boolean offer = entry.detail().containsKey("offerId");
        if (offer && TOLD.contains(entry.type())) {
            errands.later(
                    CurrentStep.processInstanceId().orElse(null),
                    OfferNotice.NAME,
                    new OfferNotice.News(
                            entry.type(), String.valueOf(entry.detail().get("offerId")), entry.id()));
        }
    }
}
