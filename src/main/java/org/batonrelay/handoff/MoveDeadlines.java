package org.batonrelay.handoff;

import java.time.Instant;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.relay.RelayWentOn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An offer that was on hold is due as its clocks are: what was left of each deadline is left of it. */
@Component
class MoveDeadlines {

    private final Offers offers;
    private final BusinessCalendar calendar;

    MoveDeadlines(Offers offers, BusinessCalendar calendar) {
        this.offers = offers;
        this.calendar = calendar;
    }

    @EventListener
    void on(RelayWentOn wentOn) {
        offers.open(wentOn.reference())
                .ifPresent(offer -> offers.dueAt(
                        offer,
                        new DueTimes(
                                moved(wentOn, offer, offer.remindAt()),
                                moved(wentOn, offer, offer.widenAt()),
                                moved(wentOn, offer, offer.escalateAt()),
                                moved(wentOn, offer, offer.dropAt()))));
    }

    private @Nullable Instant moved(RelayWentOn wentOn, Offer offer, @Nullable Instant due) {
        return due == null || !wentOn.wasAhead(due)
                ? due
                : calendar.after(wentOn.pause(), due, offer.calendar(), offer.team());
    }
}
