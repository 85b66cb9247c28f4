package org.batonrelay.handoff;

import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Exchange;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.relay.Readiness;
import org.batonrelay.relay.Readinesses;
import org.batonrelay.watch.LegDeadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the process needs of an offer to wait for its answer: who can take it, and its timers. */
@Component
class OfferVariables {

    private final BusinessCalendar calendar;

    private final Readinesses readinesses;

    OfferVariables(BusinessCalendar calendar, Readinesses readinesses) {
        this.calendar = calendar;
        this.readinesses = readinesses;
    }

    Map<String, @Nullable Object> of(Offer offer) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put(HandoffVariables.RECEIVERS, offer.candidates());
        variables.put(HandoffVariables.REMIND_AT, LegDeadlines.timer(offer.remindAt()));
        variables.put(HandoffVariables.WIDEN_AT, LegDeadlines.timer(offer.widenAt()));
        variables.put(HandoffVariables.ESCALATE_AT, LegDeadlines.timer(offer.escalateAt()));
        variables.put(HandoffVariables.DROP_AT, LegDeadlines.timer(offer.dropAt()));
        variables.put(
                HandoffVariables.TAKE_BY,
                Optional.ofNullable(offer.escalateAt())
                        .or(() -> Optional.ofNullable(offer.dropAt()))
                        .map(Date::from)
                        .orElse(null));
        if (offer.exchange() == Exchange.AE_TO_CSM) {
            variables.put(HandoffVariables.READY_ON, readyOn(offer).toString());
        }
        return variables;
    }

    /** What onboarding has said before, as long as it lies ahead. */
    private LocalDate readyOn(Offer offer) {
        LocalDate today = calendar.today(offer.team());
        return readinesses
                .of(offer.reference())
                .map(Readiness::readyOn)
                .filter(today::isBefore)
                .orElse(today);
    }
}
