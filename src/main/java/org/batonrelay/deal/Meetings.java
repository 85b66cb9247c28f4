package org.batonrelay.deal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every meeting of every lead. */
@Repository
@Transactional
class Meetings {

    private static final DateTimeFormatter IN_UID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final String domain;

    Meetings(JdbcClient jdbc, @Value("${baton.mail.domain}") String domain) {
        this.jdbc = jdbc;
        this.domain = domain;
    }

    /** The next one first. */
    List<Meeting> of(LeadReference reference) {
        return jdbc.sql("select * from meeting where reference = :reference order by starts_at, uid")
                .param("reference", reference.value())
                .query(Meetings::read)
                .list();
    }

    /**
     * Agrees a meeting; the same one only once. Its uid follows from lead and time, so that a retried step means the
     * same meeting.
     */
    Meeting fix(LeadReference reference, Instant startsAt, String title) {
        String uid = reference + "-" + IN_UID.format(startsAt) + "@" + domain;
        Optional<Meeting> known = find(uid);
        if (known.isPresent() && known.get().status() != Meeting.Status.CANCELLED) {
            return known.get();
        }
        if (known.isPresent()) {
            return save(known.get().fixAgain());
        }
        Meeting meeting = new Meeting(uid, reference, 0, startsAt, title, Meeting.Status.FIXED, null);
        jdbc.sql("insert into meeting (uid, reference, sequence, starts_at, title, status)"
                        + " values (:uid, :reference, 0, :startsAt, :title, 'fixed')")
                .param("uid", uid)
                .param("reference", reference.value())
                .param("startsAt", OffsetDateTime.ofInstant(startsAt, ZoneOffset.UTC))
                .param("title", title)
                .update();
        return meeting;
    }

    Meeting save(Meeting meeting) {
        jdbc.sql("update meeting set sequence = :sequence, status = :status, host = :host where uid = :uid")
                .param("sequence", meeting.sequence())
                .param("status", meeting.status().id())
                .param("host", meeting.host())
                .param("uid", meeting.uid())
                .update();
        return meeting;
    }

    Meeting get(String uid) {
        return find(uid).orElseThrow(() -> new IllegalArgumentException("no meeting " + uid));
    }

    private Optional<Meeting> find(String uid) {
        return jdbc.sql("select * from meeting where uid = :uid")
                .param("uid", uid)
                .query(Meetings::read)
                .optional();
    }

    private static Meeting read(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getString("uid"),
                new LeadReference(row.getString("reference")),
                row.getInt("sequence"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getString("title"),
                Meeting.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("host"));
    }
}
