package org.batonrelay.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.batonrelay.engine.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be told to a program, and what could not be; whatever was taken is forgotten here. */
@Repository
@Transactional
class Deliveries {

    /**
     * @param id goes out as {@code webhook-id}, and stays the same however often it is tried
     * @param entry of the ledger
     * @param givenUp whether nobody tries any more, unless asked to
     * @param answer what came of the last try; null before it
     */
    record Delivery(
            String id,
            String hook,
            long entry,
            int attempts,
            boolean givenUp,
            @Nullable String answer,
            @Nullable Instant triedAt) {}

    private static final int LONGEST_ANSWER = 300;
    private static final int SHOWN = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RecordRows<Delivery> rows = RecordRows.of(Delivery.class);

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String add(String hook, long entry) {
        String id = "msg_" + UUID.randomUUID();
        jdbc.sql(
                        "insert into webhook_delivery (id, hook, entry, attempts, given_up) values (:id, :hook, :entry, 0, false)")
                .param("id", id)
                .param("hook", hook)
                .param("entry", entry)
                .update();
        return id;
    }

    Optional<Delivery> find(String id) {
        return jdbc.sql("select * from webhook_delivery where id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    void taken(String id) {
        jdbc.sql("delete from webhook_delivery where id = :id").param("id", id).update();
    }

    void failed(Delivery delivery, String answer, boolean giveUp) {
        jdbc.sql("update webhook_delivery set attempts = :attempts, given_up = :givenUp, answer = :answer,"
                        + " tried_at = :now where id = :id")
                .param("attempts", delivery.attempts() + 1)
                .param("givenUp", giveUp)
                .param("answer", answer.substring(0, Math.min(answer.length(), LONGEST_ANSWER)))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", delivery.id())
                .update();
    }

    /** Whether it had been given up, and is tried from the beginning. */
    boolean beginAgain(String id) {
        return jdbc.sql("update webhook_delivery set attempts = 0, given_up = false where id = :id and given_up = true")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The first 500, in the order in which they happened. */
    @Transactional(readOnly = true)
    List<Delivery> givenUp() {
        return jdbc.sql("select * from webhook_delivery where given_up = true order by entry, id limit :shown")
                .param("shown", SHOWN)
                .query(rows)
                .list();
    }
}
