package org.batonrelay.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.batonrelay.engine.Errands;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits until its reader works again; an errand with that date comes back to it, on whatever node. */
@Repository
@Transactional
class HeldNotices {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Errands errands;
    private final ObjectMapper json;

    HeldNotices(JdbcClient jdbc, Errands errands, ObjectMapper json) {
        this.jdbc = jdbc;
        this.errands = errands;
        this.json = json;
    }

    /** Asked again before that time, it waits only once. */
    void hold(Notice notice, Recipient reader, Instant now, Instant until) {
        Optional<Instant> waits = dueAt(notice.key(), reader);
        if (waits.isPresent() && waits.get().isAfter(now)) {
            return;
        }
        forget(notice.key(), reader);
        // what had settled itself when it should have been told stays behind
        jdbc.sql("delete from held_notice where due_at < :then")
                .param("then", OffsetDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC))
                .update();
        Notice.Again<?> again = notice.again();
        jdbc.sql("insert into held_notice (notice_key, reader, due_at, content)"
                        + " values (:key, :reader, :due, :content)")
                .param("key", notice.key())
                .param("reader", reader.toString())
                .param("due", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .param("content", again == null ? write(KeptNotice.of(notice, reader)) : null)
                .update();
        if (again == null) {
            errands.at(until, TellHeldNotice.NAME, new TellHeldNotice.Held(reader.toString(), notice.key()));
        } else {
            again.at(until, errands);
        }
    }

    void forget(String key, Recipient reader) {
        jdbc.sql("delete from held_notice where notice_key = :key and reader = :reader")
                .param("key", key)
                .param("reader", reader.toString())
                .update();
    }

    Optional<Notice> find(String key, Recipient reader) {
        return jdbc.sql("select content from held_notice where notice_key = :key and reader = :reader")
                .param("key", key)
                .param("reader", reader.toString())
                .query(String.class)
                .optional()
                .map(this::read)
                .map(kept -> kept.notice(key, reader));
    }

    private Optional<Instant> dueAt(String key, Recipient reader) {
        return jdbc.sql("select due_at from held_notice where notice_key = :key and reader = :reader")
                .param("key", key)
                .param("reader", reader.toString())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private @Nullable String write(KeptNotice kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a notice shows plain values only", e);
        }
    }

    private KeptNotice read(String content) {
        try {
            return json.readValue(content, KeptNotice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a held notice cannot be read", e);
        }
    }
}
