package org.batonrelay.handoff;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.relay.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the process needs of an offer to wait for its answer: who can take it, and its timers. */
@Component
class OfferVariables {

    private final BusinessCalendar calendar;

    OfferVariables(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    Map<String, @Nullable Object> of(Offer offer) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        variables.put(HandoffVariables.RECEIVERS, offer.candidates());
        variables.put(HandoffVariables.REMIND_AT, timer(offer.remindAt()));
        variables.put(HandoffVariables.WIDEN_AT, timer(offer.widenAt()));
        variables.put(HandoffVariables.ESCALATE_AT, timer(offer.escalateAt()));
        variables.put(HandoffVariables.DROP_AT, timer(offer.dropAt()));
        variables.put(
                HandoffVariables.TAKE_BY,
                Optional.ofNullable(offer.escalateAt())
                        .or(() -> Optional.ofNullable(offer.dropAt()))
                        .map(Date::from)
                        .orElse(null));
        if (offer.exchange() == Exchange.AE_TO_CSM) {
            variables.put(
                    HandoffVariables.READY_ON, calendar.today(offer.team()).toString());
        }
        return variables;
    }

    private static Date timer(@Nullable Instant at) {
        return Date.from(at == null ? DueTimes.NEVER : at);
    }
}
