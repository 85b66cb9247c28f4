package org.batonrelay.support;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every request to join a meeting. */
@Repository
@Transactional
class SupportRequests {

    private static final RowMapper<SupportRequest> ROWS =
            RecordRows.of(SupportRequest.class).from("meeting", "meeting_uid");

    private final JdbcClient jdbc;

    SupportRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    List<SupportRequest> of(LeadReference reference) {
        return jdbc.sql("select * from support_request where reference = :reference order by asked_at, id")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    List<SupportRequest> atMeeting(String uid) {
        return jdbc.sql("select * from support_request where meeting_uid = :uid order by asked_at, id")
                .param("uid", uid)
                .query(ROWS)
                .list();
    }

    SupportRequest get(String id) {
        return jdbc.sql("select * from support_request where id = :id")
                .param("id", id)
                .query(ROWS)
                .single();
    }

    void add(SupportRequest request) {
        jdbc.sql("insert into support_request (id, reference, meeting_uid, asked_by, receiver, part, goal, leave_out,"
                        + " minutes, state, asked_at) values (:id, :reference, :meeting, :askedBy, :receiver, :part,"
                        + " :goal, :leaveOut, :minutes, :state, :askedAt)")
                .param("id", request.id())
                .param("reference", request.reference().value())
                .param("meeting", request.meeting())
                .param("askedBy", request.askedBy())
                .param("receiver", request.receiver().value())
                .param("part", request.briefing().part())
                .param("goal", request.briefing().goal())
                .param("leaveOut", request.briefing().leaveOut())
                .param("minutes", request.briefing().minutes())
                .param("state", request.state().id())
                .param("askedAt", utc(request.askedAt()))
                .update();
    }

    SupportRequest save(SupportRequest request) {
        jdbc.sql("update support_request set part = :part, goal = :goal, leave_out = :leaveOut, minutes = :minutes,"
                        + " state = :state, reported_for = :reported, helper = :helper, return_reason = :reason,"
                        + " return_note = :note, correction = :correction where id = :id")
                .param("part", request.briefing().part())
                .param("goal", request.briefing().goal())
                .param("leaveOut", request.briefing().leaveOut())
                .param("minutes", request.briefing().minutes())
                .param("state", request.state().id())
                .param("reported", utc(request.reportedFor()))
                .param("helper", request.helper())
                .param("reason", request.returnReason())
                .param("note", request.returnNote())
                .param("correction", request.correction())
                .param("id", request.id())
                .update();
        return request;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
