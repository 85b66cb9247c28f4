package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Routing;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of an offer between giver and receiver: accepted, returned, refused or recalled. Each joins the
 * transaction of the step it happens in, so that an accepted baton cannot be dropped any more.
 */
@Component
@Transactional
public class Handoffs {

    private final Offers offers;
    private final Receivers receivers;
    private final Batons batons;
    private final OfferLedger ledger;
    private final Routing routing;
    private final LeadTasks tasks;
    private final People people;
    private final Clock clock;

    Handoffs(
            Offers offers,
            Receivers receivers,
            Batons batons,
            OfferLedger ledger,
            Routing routing,
            LeadTasks tasks,
            People people,
            Clock clock) {
        this.offers = offers;
        this.receivers = receivers;
        this.batons = batons;
        this.ledger = ledger;
        this.routing = routing;
        this.tasks = tasks;
        this.people = people;
        this.clock = clock;
    }

    /** The receiver has accepted: from now on the baton is theirs. */
    void pass(LeadReference reference, String by) {
        Offer offer = requireOpen(reference);
        offers.settle(offer, Offer.Outcome.ACCEPTED, by, null, null);
        Baton baton = batons.get(reference);
        ledger.record(
                offer,
                baton,
                EntryType.HANDOFF_ACCEPTED,
                entry -> entry.with("by", by).with("waitedMinutes", minutesSince(offer.offeredAt())));
        if (offer.passReason() != null && baton.flags().contains(Flag.SUMMARY_UNANSWERED)) {
            batons.recordDeparture(reference, "passed on although the summary was never answered", offer.passReason());
        }
        batons.pass(reference, Holder.person(by), "accepted");
    }

    /** @return the managers who settle it, should it have come back too often */
    String returned(LeadReference reference, String by, String reason, @Nullable String note, int times) {
        Offer offer = requireOpen(reference);
        offers.settle(offer, Offer.Outcome.RETURNED, by, reason, note);
        ledger.record(
                offer,
                EntryType.HANDOFF_RETURNED,
                entry -> entry.with("by", by)
                        .with("reason", reason)
                        .with("note", note)
                        .with("times", times));
        return Ladder.managers(offer);
    }

    /**
     * Counts a misroute, with the rule of the routing that sent it there: whoever mends the table finds it.
     *
     * @return whom it is offered to next
     */
    Holder misrouted(LeadReference reference, String by, Set<String> refusers, String executionId) {
        Offer offer = requireOpen(reference);
        offers.settle(offer, Offer.Outcome.NOT_OURS, by, null, null);
        String rule = offer.exchange() == Exchange.MARKETING_TO_SDR ? routing.ruleOf(reference) : null;
        ledger.record(
                offer, EntryType.HANDOFF_NOT_OURS, entry -> entry.with("by", by).with("rule", rule));
        return receivers.insteadOf(offer.receiver(), refusers, reference, offer.exchange(), executionId);
    }

    /**
     * The giver takes an offer back before anybody has accepted it, and mends the brief.
     *
     * @throws Refusal when nothing is offered, or somebody else gave it
     */
    public void recall(LeadReference reference, String by) {
        Offer offer = offers.open(reference)
                .orElseThrow(() -> new Refusal("There is nothing to recall: no offer of " + reference + " is open."));
        Holder giver = offer.giver();
        boolean gave =
                giver.isGroup() ? people.isIn(by, giver.id()) : giver.id().equals(by);
        if (!gave) {
            throw new Refusal("Only who gave the baton can recall it: that is " + giver.id() + ".");
        }
        tasks.tell(reference, "offerRecalled", HandoffVariables.RECALLED_BY, by);
    }

    void recalled(LeadReference reference, String by) {
        Offer offer = requireOpen(reference);
        offers.settle(offer, Offer.Outcome.RECALLED, by, null, null);
        ledger.record(offer, EntryType.HANDOFF_RECALLED, entry -> entry.by(by));
    }

    private Offer requireOpen(LeadReference reference) {
        return offers.open(reference)
                .orElseThrow(() -> new IllegalStateException("no offer of " + reference + " is open"));
    }

    private long minutesSince(Instant then) {
        return Duration.between(then, clock.instant()).toMinutes();
    }
}
