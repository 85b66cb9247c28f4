package org.batonrelay.offer;

import java.util.Set;
import java.util.stream.Stream;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.handoff.Receivers;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where an offer hangs in a channel, what became of it stands there instead of its buttons. */
@Component
class OfferOutcome implements Errand<String> {

    private static final ErrandName<String> NAME = ErrandName.ofText("offer-outcome");
    private static final Set<EntryType> ENDS = Set.of(
            EntryType.HANDOFF_ACCEPTED,
            EntryType.HANDOFF_RETURNED,
            EntryType.HANDOFF_NOT_OURS,
            EntryType.HANDOFF_REASSIGNED,
            EntryType.HANDOFF_RECALLED,
            EntryType.HANDOFF_DROPPED,
            EntryType.HANDOFF_EXPIRED);

    private final Offers offers;
    private final OfferWords words;
    private final Receivers receivers;
    private final Notices notices;
    private final Errands errands;

    OfferOutcome(Offers offers, OfferWords words, Receivers receivers, Notices notices, Errands errands) {
        this.offers = offers;
        this.words = words;
        this.receivers = receivers;
        this.notices = notices;
        this.errands = errands;
    }

    static String topic(String offerId) {
        return "offer:" + offerId;
    }

    @EventListener
    void on(LedgerEntry entry) {
        if (ENDS.contains(entry.type()) && entry.detail().get("offerId") instanceof String offer) {
            later(offer);
        }
    }

    /** Nothing to do for an offer that only mails tell of. */
    void later(String offerId) {
        Offer offer = offers.find(offerId).orElseThrow();
        Stream<Holder> backup =
                offer.backupGroup() == null ? Stream.empty() : Stream.of(Holder.group(offer.backupGroup()));
        boolean hangs = notices.canReplace(Stream.concat(offer.offeredTo().stream(), backup)
                .map(Holder::value)
                .map(Recipient::of)
                .toList());
        if (hangs) {
            errands.later(null, NAME, offerId);
        }
    }

    /** All who were offered it read the same; who of the house has it now is not a partner's to know. */
    private boolean inSightOfPartners(Offer offer) {
        return offer.offeredTo().stream().anyMatch(receivers::isPartner)
                && (offer.settledBy() == null || !receivers.isPartner(new Holder(offer.settledBy())));
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String offerId) {
        Offer offer = offers.find(offerId).orElseThrow();
        notices.replace(
                topic(offerId), inSightOfPartners(offer) ? "It is not offered any more." : words.outcome(offer));
    }
}
