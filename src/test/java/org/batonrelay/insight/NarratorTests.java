package org.batonrelay.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.batonrelay.team.People;
import org.junit.jupiter.api.Test;

class NarratorTests {

    private final Narrator narrator = new Narrator(new Names(mock(People.class)), ZoneId.of("Europe/Berlin"));

    private String tells(String type, Map<String, Object> detail) {
        return narrator.tell(new LedgerLine(1, Instant.EPOCH, "acme-0001", type, "baton", "deal", null, detail));
    }

    @Test
    void datesAreWrittenAndNotLeftAsTheyAreKept() {
        assertThat(tells("promise.made", Map.of("what", "Send the price list", "dueOn", "2026-12-04")))
                .isEqualTo("Promised: Send the price list by Fri 4 Dec 2026");
        assertThat(tells("meeting.moved", Map.of("at", "2026-11-26T09:00:00Z", "to", "2026-12-04T09:30:00Z")))
                .isEqualTo("The meeting was moved from Thu 26 Nov 2026, 10:00 CET to Fri 4 Dec 2026, 10:30 CET");
        assertThat(tells(
                        "meeting.answered",
                        Map.of("from", "Kim", "answer", "accepted", "at", "2026-11-26T10:00+01:00")))
                .isEqualTo("Kim accepted the invitation of Thu 26 Nov 2026, 10:00 CET");
    }

    @Test
    void whatIsNoDateStandsAsItWasSaid() {
        assertThat(tells("away.noted", Map.of("from", "Kim", "until", "after Easter")))
                .isEqualTo("Kim is away until after Easter (automatic answer)");
        assertThat(tells("away.noted", Map.of("from", "Kim", "until", "2026-02-30")))
                .isEqualTo("Kim is away until 2026-02-30 (automatic answer)");
    }

    @Test
    void reasonsAreRead() {
        assertThat(tells("handoff.returned", Map.of("reason", "information-missing", "note", "How many?")))
                .isEqualTo("Returned: information missing – “How many?”");
    }

    @Test
    void peopleP19_aFlagThatCameDownIsNotPaintedLikeOneThatFlies() {
        assertThat(LeadWriter.kind("flag.raised")).isEqualTo("flag");
        assertThat(LeadWriter.kind("flag.explained")).isEqualTo("flag");
        assertThat(LeadWriter.kind("flag.cleared")).isEqualTo("flag-down");
        assertThat(LeadWriter.kind("handoff.offered")).isEqualTo("handoff");
    }

    @Test
    void fewHoursAreNotADayInDecimals() {
        assertThat(Narrator.days("0.0")).isEqualTo("less than two hours");
        assertThat(Narrator.days("1.0")).isEqualTo("a day");
        assertThat(Narrator.days("12.0")).isEqualTo("12.0 days");
    }
}
