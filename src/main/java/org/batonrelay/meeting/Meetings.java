package org.batonrelay.meeting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.batonrelay.baton.Leg;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every meeting of every lead. */
@Repository
@Transactional
class Meetings {

    private static final DateTimeFormatter IN_UID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);

    private static final RowMapper<Meeting> ROWS = RecordRows.of(Meeting.class);

    private final JdbcClient jdbc;
    private final OneAfterTheOther turns;
    private final String domain;

    Meetings(JdbcClient jdbc, OneAfterTheOther turns, @Value("${baton.mail.domain}") String domain) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.domain = domain;
    }

    /** The next one first. */
    List<Meeting> of(LeadReference reference) {
        return jdbc.sql("select * from meeting where reference = :reference order by starts_at, uid")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    /**
     * The meeting that was first agreed for this time, wherever it has moved since: a retried step means the same one. The
     * invitation goes out at the moment when the AE accepts, and both know of the meeting: one waits for the other.
     *
     * @param time how many times the lead has come to the deal: what was called off when it went back stays off
     */
    Meeting agreed(LeadReference reference, Instant startsAt, String title, int time) {
        turns.take(reference.value());
        String uid = uid(reference, startsAt, time);
        return find(uid).orElseGet(() -> add(uid, reference, startsAt, title, Leg.QUALIFICATION));
    }

    /** Agrees a further meeting; one that stands at this time already is that meeting. */
    Meeting fix(LeadReference reference, Instant startsAt, String title) {
        turns.take(reference.value());
        for (int number = 1; ; number++) {
            String uid = uid(reference, startsAt, number);
            Optional<Meeting> known = find(uid);
            if (known.isEmpty()) {
                return add(uid, reference, startsAt, title, Leg.DEAL);
            }
            if (!known.get().isOff() && known.get().startsAt().equals(startsAt)) {
                return known.get();
            }
            // moved away or called off: that one keeps its name in everybody's calendar
        }
    }

    private String uid(LeadReference reference, Instant startsAt, int number) {
        return reference + "-" + IN_UID.format(startsAt) + (number == 1 ? "" : "-" + number) + "@" + domain;
    }

    private Meeting add(String uid, LeadReference reference, Instant startsAt, String title, Leg fixedIn) {
        Meeting meeting = new Meeting(uid, reference, 0, startsAt, title, Meeting.Status.FIXED, null, 0, false);
        jdbc.sql("insert into meeting (uid, reference, sequence, starts_at, title, status, fixed_in)"
                        + " values (:uid, :reference, 0, :startsAt, :title, 'fixed', :leg)")
                .param("leg", fixedIn.id())
                .param("uid", uid)
                .param("reference", reference.value())
                .param("startsAt", OffsetDateTime.ofInstant(startsAt, ZoneOffset.UTC))
                .param("title", title)
                .update();
        return meeting;
    }

    Meeting save(Meeting meeting) {
        turns.take(meeting.reference().value());
        jdbc.sql("update meeting set sequence = :sequence, starts_at = :startsAt, status = :status, host = :host,"
                        + " missed = :missed, with_summary = :withSummary where uid = :uid")
                .param("sequence", meeting.sequence())
                .param("startsAt", OffsetDateTime.ofInstant(meeting.startsAt(), ZoneOffset.UTC))
                .param("status", meeting.status().id())
                .param("host", meeting.host())
                .param("missed", meeting.missed())
                .param("withSummary", meeting.withSummary())
                .param("uid", meeting.uid())
                .update();
        return meeting;
    }

    /** @throws OptimisticLockingFailureException when somebody has changed it since: whoever tells tells that as well */
    void replace(Meeting known, Meeting told) {
        turns.take(known.reference().value());
        if (!get(known.uid()).equals(known)) {
            throw new OptimisticLockingFailureException("the meeting " + known.uid() + " was changed meanwhile");
        }
        save(told);
    }

    /** The first who is told of it: noted once, so that what another transaction changes of it meanwhile stays. */
    void markInvited(Meeting fixed, String host) {
        turns.take(fixed.reference().value());
        jdbc.sql("update meeting set status = 'invited', host = :host where uid = :uid and status = 'fixed'")
                .param("host", host)
                .param("uid", fixed.uid())
                .update();
    }

    /** Nobody is told: whoever has it finds its name with the next thing that changes. */
    void rename(String uid, String title) {
        jdbc.sql("update meeting set title = :title where uid = :uid")
                .param("title", title)
                .param("uid", uid)
                .update();
    }

    Meeting get(String uid) {
        return find(uid).orElseThrow(() -> new IllegalArgumentException("no meeting " + uid));
    }

    Optional<Meeting> find(String uid) {
        return jdbc.sql("select * from meeting where uid = :uid")
                .param("uid", uid)
                .query(ROWS)
                .optional();
    }
}
