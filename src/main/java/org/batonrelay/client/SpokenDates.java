package org.batonrelay.client;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dates as people read them, in the house's time zone. */
@Component
class SpokenDates {

    private final BusinessCalendar calendar;

    SpokenDates(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    LocalDate today() {
        return calendar.today("");
    }

    @Nullable
    String day(@Nullable Instant at, Locale language) {
        return at == null ? null : day(LocalDate.ofInstant(at, calendar.zone("")), language);
    }

    String day(LocalDate date, Locale language) {
        return WrittenDates.day(date, language);
    }
}
