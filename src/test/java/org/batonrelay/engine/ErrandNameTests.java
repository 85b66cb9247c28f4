package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrandNameTests {

    private static final ErrandName<Told> NAME = new ErrandName<>("tell-somebody", Told.class);

    enum Kind {
        ASKED,
        IN_TIME
    }

    record Told(
            Kind kind,
            long entry,
            Instant at,
            LocalDate day,
            Set<String> from,
            @Nullable String words) {}

    private final Told told = new Told(
            Kind.ASKED,
            42,
            Instant.parse("2026-12-01T10:15:30Z"),
            LocalDate.of(2026, 12, 2),
            Set.of("ae-1"),
            "a\n\"b\"");

    @Test
    void readsWhatItHasWritten() {
        assertThat(NAME.read(NAME.write(told))).isEqualTo(told);
        assertThat(ErrandName.ofText("tell").read(ErrandName.ofText("tell").write("{lead 1")))
                .isEqualTo("{lead 1");
    }

    @Test
    void writesAnOrderAsJson() {
        assertThat(NAME.write(told))
                .isEqualTo("{\"kind\":\"ASKED\",\"entry\":42,\"at\":\"2026-12-01T10:15:30Z\",\"day\":\"2026-12-02\","
                        + "\"from\":[\"ae-1\"],\"words\":\"a\\n\\\"b\\\"\"}");
    }

    @Test
    void readsTheTextOfAVersionBefore() {
        assertThat(NAME.read("asked 42 2026-12-01T10:15:30Z 2026-12-02 ae-1,group:ae all that is said"))
                .isEqualTo(new Told(
                        Kind.ASKED,
                        42,
                        Instant.parse("2026-12-01T10:15:30Z"),
                        LocalDate.of(2026, 12, 2),
                        Set.of("ae-1", "group:ae"),
                        "all that is said"));
    }

    @Test
    void leavesOutWhatAVersionBeforeDidNotSay() {
        Told less = NAME.read("ASKED 42 2026-12-01T10:15:30Z");

        assertThat(less.words()).isNull();
        assertThat(less.day()).isNull();
    }

    @Test
    void namesAnOccasionAsAVersionBeforeDid() {
        record Eve(String meeting, Instant at, String holder) {}

        assertThat(new ErrandName<>("eve", Eve.class)
                        .occasion(new Eve("m-1", Instant.parse("2026-12-01T10:15:30Z"), "group:ae")))
                .isEqualTo("m-1 2026-12-01T10:15:30Z group:ae");
        assertThat(ErrandName.ofText("drops").occasion("2026-11-30")).isEqualTo("2026-11-30");
    }

    @Test
    void saysWhatCannotBeRead() {
        for (String broken : List.of("{\"entry\":", "asked seven")) {
            assertThatThrownBy(() -> NAME.read(broken)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
