package org.batonrelay.client;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Limits what strangers may do within an hour, over all nodes. */
@Repository
@Transactional
class HourlyLimit {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    HourlyLimit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts one try, unless there were too many already.
     *
     * @param each how many one may have; {@code total}: how many all together
     */
    public boolean mayTry(String what, String who, int each, int total) {
        OffsetDateTime since = now().minus(WINDOW);
        Count before = jdbc.sql("select count(*) as everybody, count(case when who = :who then 1 end) as one"
                        + " from client_try where what = :what and tried_at > :since")
                .param("what", what)
                .param("who", who)
                .param("since", since)
                .query(Count.class)
                .single();
        if (before.one() >= each || before.everybody() >= total) {
            return false;
        }
        jdbc.sql("insert into client_try (what, who, tried_at) values (:what, :who, :now)")
                .param("what", what)
                .param("who", who)
                .param("now", now())
                .update();
        return true;
    }

    /** Removes what counts no more. */
    public void forget() {
        jdbc.sql("delete from client_try where tried_at < :past")
                .param("past", now().minusDays(1))
                .update();
    }

    record Count(long everybody, long one) {}

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
