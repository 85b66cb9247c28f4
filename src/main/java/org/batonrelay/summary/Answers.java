package org.batonrelay.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.engine.RecordRows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything clients have said of summaries; nothing of it is ever removed. */
@Repository
class Answers {

    private static final TypeReference<Map<String, String>> HEADINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final RowMapper<Answer> rows;

    Answers(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = RecordRows.of(Answer.class).reading("headings", this::headings);
    }

    void add(Answer answer) {
        jdbc.sql("insert into summary_answer (id, summary_id, contact_id, verdict, headings, remark, how, answered_at)"
                        + " values (:id, :summary, :contact, :verdict, :headings, :remark, :how, :at)")
                .param("id", answer.id())
                .param("summary", answer.summaryId())
                .param("contact", answer.contactId())
                .param("verdict", answer.verdict().id())
                .param("headings", write(answer.headings()))
                .param("remark", answer.remark())
                .param("how", answer.how())
                .param("at", utc(answer.answeredAt()))
                .update();
    }

    /** @throws IllegalArgumentException when there is none */
    Answer get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no answer " + id));
    }

    Optional<Answer> find(String id) {
        return jdbc.sql("select * from summary_answer where id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    /** What this contact has said of this summary, oldest first. */
    List<Answer> by(String contactId, String summaryId) {
        return jdbc.sql("select * from summary_answer where contact_id = :contact and summary_id = :summary"
                        + " order by answered_at")
                .param("contact", contactId)
                .param("summary", summaryId)
                .query(rows)
                .list();
    }

    void markApplied(String id, Instant at) {
        jdbc.sql("update summary_answer set applied_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    private Map<String, String> headings(String written) {
        try {
            return json.readValue(written, HEADINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer has no readable headings", e);
        }
    }

    private String write(Map<String, String> headings) {
        try {
            return json.writeValueAsString(headings);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("headings are texts by their names", e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
