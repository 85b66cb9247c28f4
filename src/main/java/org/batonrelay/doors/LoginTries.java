package org.batonrelay.doors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How often somebody may guess. Whoever is wrong too often waits: at their own address only, so that nobody locks anybody
 * else out, and never for good. A login that has worked from an address goes on working there whatever others try.
 * Each node counts for itself, and remembers those seen last.
 */
@Component
class LoginTries {

    private static final Logger LOG = LoggerFactory.getLogger(LoginTries.class);

    /** A person mistypes; behind these each further wrong password doubles the wait. */
    private static final int FREE_OF_A_LOGIN = 5;

    private static final int FREE_OF_AN_ADDRESS = 40;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST = 20_000;

    private record Place(@Nullable String login, String address) {}

    private record Wrong(int often, Instant last) {}

    private final Map<Place, Wrong> wrong = new Recent<>();
    private final Map<Place, Instant> known = new Recent<>();
    private final Clock clock;

    LoginTries(Clock clock) {
        this.clock = clock;
    }

    /** How long they must wait before they may try again; zero for whoever need not. */
    synchronized Duration wait(String login, String address) {
        Duration own = wait(new Place(login, address), FREE_OF_A_LOGIN);
        if (!own.isZero() || known.containsKey(new Place(login, address))) {
            return own;
        }
        return wait(new Place(null, address), FREE_OF_AN_ADDRESS);
    }

    synchronized void wasWrong(String login, String address) {
        int often = count(new Place(login, address));
        count(new Place(null, address));
        if (often == FREE_OF_A_LOGIN) {
            LOG.warn(
                    "{} wrong passwords for '{}' from {}: each further try waits longer.",
                    often,
                    shown(login),
                    address);
        }
    }

    synchronized void wasRight(String login, String address) {
        wrong.remove(new Place(login, address));
        known.put(new Place(login, address), clock.instant());
    }

    /** An administrator lets somebody in again at once, from wherever they try. */
    synchronized void forget(String login) {
        wrong.keySet().removeIf(place -> login.equals(place.login()));
    }

    private int count(Place place) {
        Wrong before = recent(place);
        Wrong now = new Wrong(before == null ? 1 : before.often() + 1, clock.instant());
        wrong.put(place, now);
        return now.often();
    }

    private Duration wait(Place place, int free) {
        Wrong tries = recent(place);
        if (tries == null || tries.often() < free) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(10, tries.often() - free + 1));
        Duration whole = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        Duration left = Duration.between(clock.instant(), tries.last().plus(whole));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private @Nullable Wrong recent(Place place) {
        Wrong tries = wrong.get(place);
        return tries == null || tries.last().plus(FORGOTTEN_AFTER).isBefore(clock.instant()) ? null : tries;
    }

    /** What a stranger typed is no line of its own in the log. */
    private static String shown(String login) {
        String clean = login.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > 60 ? clean.substring(0, 60) : clean;
    }

    private static final class Recent<V> extends LinkedHashMap<Place, V> {

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, V> eldest) {
            return size() > MOST;
        }
    }
}
