package org.batonrelay.absence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What of the calendar of who is away was not understood: for managers to read, and once in the log. */
@Repository
@Transactional
public class AbsenceTroubles {

    /** As the calendar itself stands among its entries. */
    static final String WHOLE = "The calendar";

    private static final Logger LOG = LoggerFactory.getLogger(AbsenceTroubles.class);
    private static final int LOGGED = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceTroubles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param entry what people recognise it by
     * @param why the rest of a sentence about it
     */
    public record Trouble(String entry, String why, Instant since) {}

    /** The oldest first. */
    public List<Trouble> all() {
        return jdbc.sql("select entry, why, since from absence_trouble order by since, entry")
                .query((row, number) -> new Trouble(
                        row.getString("entry"),
                        row.getString("why"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What a reading has found; what was found before and is not any more is mended. */
    void are(Collection<Trouble> troubles) {
        Set<String> now = new HashSet<>();
        int added = 0;
        for (Trouble trouble : troubles) {
            if (now.add(id(trouble)) && add(trouble, added < LOGGED)) {
                added++;
            }
        }
        if (added > LOGGED) {
            LOG.warn("baton.absences.feed: and {} more, see /leads/days-off", added - LOGGED);
        }
        jdbc.sql("select id from absence_trouble").query(String.class).list().stream()
                .filter(id -> !now.contains(id))
                .forEach(id -> jdbc.sql("delete from absence_trouble where id = :id")
                        .param("id", id)
                        .update());
    }

    /** The calendar cannot be read; what was known of its entries is known still. */
    void isUnreadable(String why) {
        Trouble trouble = trouble(WHOLE, why);
        jdbc.sql("delete from absence_trouble where entry = :entry and id <> :id")
                .param("entry", WHOLE)
                .param("id", id(trouble))
                .update();
        add(trouble, true);
    }

    Trouble trouble(String entry, String why) {
        return new Trouble(shortened(entry, 250), shortened(why, 1000), clock.instant());
    }

    private boolean add(Trouble trouble, boolean logged) {
        boolean known = jdbc.sql("select 1 from absence_trouble where id = :id")
                .param("id", id(trouble))
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            jdbc.sql("insert into absence_trouble (id, entry, why, since) values (:id, :entry, :why, :since)")
                    .param("id", id(trouble))
                    .param("entry", trouble.entry())
                    .param("why", trouble.why())
                    .param("since", OffsetDateTime.ofInstant(trouble.since(), ZoneOffset.UTC))
                    .update();
            if (logged) {
                LOG.warn("baton.absences.feed: {}: {}", trouble.entry(), trouble.why());
            }
        }
        return !known;
    }

    private static String id(Trouble trouble) {
        return UUID.nameUUIDFromBytes((trouble.entry() + "\n" + trouble.why()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String shortened(String text, int most) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > most ? plain.substring(0, most) : plain;
    }
}
