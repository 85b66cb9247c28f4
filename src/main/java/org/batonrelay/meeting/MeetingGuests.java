package org.batonrelay.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batonrelay.engine.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What guests have answered to invitations: the last word of each. */
@Repository
@Transactional
public class MeetingGuests {

    /**
     * @param guest an address, in small letters
     * @param answer accepted, declined, tentative or countered
     * @param startsAt of the meeting, when it was answered: a word on an earlier time says nothing of a new one
     * @param proposedAt the time that they would rather have
     */
    public record Word(
            String uid,
            String guest,
            String name,
            String answer,
            Instant startsAt,
            @Nullable Instant proposedAt) {

        /** Whether somebody has to find another time. */
        boolean keepsAway() {
            return answer.equals("declined") || answer.equals("countered");
        }
    }

    private static final RowMapper<Word> ROWS = RecordRows.of(Word.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    MeetingGuests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it says something new */
    boolean say(Word word) {
        boolean same = find(word.uid(), word.guest()).filter(word::equals).isPresent();
        if (same) {
            return false;
        }
        jdbc.sql("delete from meeting_answer where uid = :uid and guest = :guest")
                .param("uid", word.uid())
                .param("guest", word.guest())
                .update();
        jdbc.sql("insert into meeting_answer (uid, guest, name, answer, starts_at, proposed_at, answered_at)"
                        + " values (:uid, :guest, :name, :answer, :startsAt, :proposedAt, :now)")
                .param("uid", word.uid())
                .param("guest", word.guest())
                .param("name", word.name())
                .param("answer", word.answer())
                .param("startsAt", utc(word.startsAt()))
                .param("proposedAt", word.proposedAt() == null ? null : utc(word.proposedAt()))
                .param("now", utc(clock.instant()))
                .update();
        return true;
    }

    /** What was said of the meeting at the time it has now, oldest first. */
    public List<Word> of(Meeting meeting) {
        return jdbc
                .sql("select * from meeting_answer where uid = :uid order by answered_at")
                .param("uid", meeting.uid())
                .query(ROWS)
                .list()
                .stream()
                .filter(it -> it.startsAt().equals(meeting.startsAt()))
                .toList();
    }

    Optional<Word> answerOf(Meeting meeting, @Nullable String address) {
        return of(meeting).stream()
                .filter(it -> address != null && it.guest().equals(address.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Optional<Word> find(String uid, String guest) {
        return jdbc.sql("select * from meeting_answer where uid = :uid and guest = :guest")
                .param("uid", uid)
                .param("guest", guest)
                .query(ROWS)
                .optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
