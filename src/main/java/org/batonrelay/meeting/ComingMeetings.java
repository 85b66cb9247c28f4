package org.batonrelay.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The meetings that come next, of all leads, for whoever looks ahead. */
@Repository
@Transactional(readOnly = true)
public class ComingMeetings {

    /** @param answers what guests told their calendars, by their address in small letters */
    public record Coming(String uid, LeadReference reference, Instant startsAt, Map<String, String> answers) {}

    private final JdbcClient jdbc;
    private final Meetings meetings;
    private final MeetingGuests guests;
    private final MeetingDiary diary;

    ComingMeetings(JdbcClient jdbc, Meetings meetings, MeetingGuests guests, MeetingDiary diary) {
        this.diary = diary;
        this.jdbc = jdbc;
        this.meetings = meetings;
        this.guests = guests;
    }

    /** Those between two instants that nobody has called off, the next one first. */
    public List<Coming> between(Instant from, Instant until) {
        return jdbc.sql("select uid, reference, starts_at from meeting where starts_at > :from and starts_at <= :until"
                        + " and status in ('fixed', 'invited') order by starts_at")
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query(ComingMeetings::read)
                .list();
    }

    /** It, if it is still to take place at that time, with what its guests have answered. */
    public Optional<Coming> find(String uid, Instant startsAt) {
        return between(startsAt.minusSeconds(1), startsAt).stream()
                .filter(it -> it.uid().equals(uid) && it.startsAt().equals(startsAt))
                .findFirst()
                .map(it -> new Coming(it.uid(), it.reference(), it.startsAt(), answers(uid)));
    }

    /** Those of one lead that nobody has called off, the next one first. */
    public List<Coming> ahead(LeadReference reference) {
        return diary.ahead(reference).stream().map(ComingMeetings::coming).toList();
    }

    /** It, wherever it lies and whatever has become of it. */
    public Coming get(String uid) {
        return coming(meetings.get(uid));
    }

    /** Whether it was called off. */
    public boolean isOff(String uid) {
        return meetings.get(uid).isOff();
    }

    private static Coming coming(Meeting meeting) {
        return new Coming(meeting.uid(), meeting.reference(), meeting.startsAt(), Map.of());
    }

    private Map<String, String> answers(String uid) {
        return guests.of(meetings.get(uid)).stream()
                .collect(Collectors.toMap(
                        MeetingGuests.Word::guest, MeetingGuests.Word::answer, (earlier, later) -> later));
    }

    private static Coming read(ResultSet row, int number) throws SQLException {
        return new Coming(
                row.getString("uid"),
                new LeadReference(row.getString("reference")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                Map.of());
    }
}
