package org.batonrelay.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WrittenDatesTests {

    private static final Instant AT = Instant.parse("2026-11-23T23:30:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDayCannotBeReadTwoWays() {
        LocalDate day = LocalDate.parse("2026-12-04");

        assertThat(WrittenDates.day(day)).isEqualTo("Fri 4 Dec 2026");
        assertThat(WrittenDates.day(day, Locale.US)).isEqualTo("Fri 4 Dec 2026");
        assertThat(WrittenDates.day(day, Locale.GERMAN)).isEqualTo("Fr., 4. Dez. 2026");
    }

    @Test
    void aMomentSaysWhoseClock() {
        assertThat(WrittenDates.moment(AT, BERLIN)).isEqualTo("Tue 24 Nov 2026, 00:30 CET");
        assertThat(WrittenDates.moment(AT, BERLIN, Locale.GERMAN)).isEqualTo("Di., 24. Nov. 2026, 00:30 MEZ");
        assertThat(WrittenDates.moment(AT, ZoneId.of("America/New_York"), Locale.ENGLISH))
                .isEqualTo("Mon 23 Nov 2026, 18:30 EST");
    }

    @Test
    void whatHasJustHappenedNeedsNoYear() {
        assertThat(WrittenDates.lately(AT, BERLIN)).isEqualTo("Tue 24 Nov, 00:30");
    }
}
