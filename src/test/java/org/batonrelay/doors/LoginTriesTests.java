package org.batonrelay.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginTriesTests {

    private static final String OFFICE = "192.0.2.10";
    private static final String STRANGER = "198.51.100.7";

    private final Hands clock = new Hands();
    private final LoginTries tries = new LoginTries(clock);

    @Test
    void doorsD6_lockNobodyOutAtAnotherAddress() {
        for (int i = 0; i < 1_000; i++) {
            tries.wasWrong("admin", STRANGER);
        }

        assertThat(tries.wait("admin", STRANGER)).isPositive();
        assertThat(tries.wait("admin", OFFICE)).isZero();
    }

    @Test
    void doorsD6_unlockByTimeAndByAnAdministrator() {
        for (int i = 0; i < 50; i++) {
            tries.wasWrong("ae-1", OFFICE);
        }
        assertThat(tries.wait("ae-1", OFFICE)).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));

        clock.pass(Duration.ofSeconds(61));
        assertThat(tries.wait("ae-1", OFFICE)).as("never for good").isZero();

        tries.wasWrong("ae-1", OFFICE);
        tries.wasRight("ae-2", OFFICE);
        tries.forget("ae-1");
        tries.wasRight("ae-1", OFFICE);
        assertThat(tries.wait("ae-1", OFFICE)).isZero();
    }

    @Test
    void mistypingAFewTimesCostsNothing() {
        for (int i = 0; i < 4; i++) {
            tries.wasWrong("ae-1", OFFICE);
        }
        assertThat(tries.wait("ae-1", OFFICE)).isZero();

        tries.wasWrong("ae-1", OFFICE);
        assertThat(tries.wait("ae-1", OFFICE)).isEqualTo(Duration.ofSeconds(2));
        tries.wasWrong("ae-1", OFFICE);
        assertThat(tries.wait("ae-1", OFFICE)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void doorsD7_slowsAnAddressThatTriesManyLogins() {
        tries.wasRight("csm-1", OFFICE);
        for (int i = 0; i < 60; i++) {
            tries.wasWrong("person-" + i, OFFICE);
        }

        assertThat(tries.wait("person-99", OFFICE)).isPositive();
        assertThat(tries.wait("csm-1", OFFICE))
                .as("who has come in from here goes on")
                .isZero();
        assertThat(tries.wait("person-99", STRANGER)).isZero();
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-12-01T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
