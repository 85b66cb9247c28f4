package org.batonrelay.correspondence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that was said; nothing of it is ever changed. */
@Repository
class Messages {

    private static final RowMapper<Message> ROWS =
            RecordRows.of(Message.class).from("text", "body").from("at", "said_at");

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Message message) {
        jdbc.sql("insert into message (id, reference, contact_id, channel, direction, author, subject, body, said_at,"
                        + " mail_id) values (:id, :reference, :contact, :channel, :direction, :author, :subject, :body,"
                        + " :at, :mail)")
                .param("id", message.id())
                .param("reference", message.reference().value())
                .param("contact", message.contactId())
                .param("channel", message.channel().id())
                .param("direction", message.direction().id())
                .param("author", message.author())
                .param("subject", message.subject())
                .param("body", message.text())
                .param("at", utc(message.at()))
                .param("mail", message.mailId())
                .update();
    }

    Optional<Message> find(String id) {
        return jdbc.sql("select * from message where id = :id")
                .param("id", id)
                .query(ROWS)
                .optional();
    }

    /** Oldest first. */
    List<Message> of(LeadReference reference) {
        return jdbc.sql("select * from message where reference = :reference order by said_at, id")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    /** Whether this contact said anything on this channel since then. */
    boolean isTalking(LeadReference reference, String contactId, Channel channel, Instant since) {
        return jdbc.sql("select count(*) from message where reference = :reference and contact_id = :contact"
                                + " and channel = :channel and direction = 'from-client' and said_at > :since")
                        .param("reference", reference.value())
                        .param("contact", contactId)
                        .param("channel", channel.id())
                        .param("since", utc(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether one of us has said anything on this channel since then. */
    boolean isAnswered(LeadReference reference, Channel channel, Instant since) {
        return jdbc.sql("select count(*) from message where reference = :reference and channel = :channel"
                                + " and direction = 'to-client' and said_at > :since")
                        .param("reference", reference.value())
                        .param("channel", channel.id())
                        .param("since", utc(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many messages of the client's have come since then. */
    int receivedSince(LeadReference reference, Instant since) {
        return jdbc.sql("select count(*) from message where reference = :reference"
                        + " and direction = 'from-client' and said_at > :since")
                .param("reference", reference.value())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** The last ones of the client's within this time, oldest first. */
    List<Message> latest(LeadReference reference, Instant from, Instant to, int most) {
        List<Message> newestFirst = jdbc.sql("select * from message where reference = :reference"
                        + " and direction = 'from-client' and said_at between :from and :to"
                        + " order by said_at desc, id desc fetch first :most rows only")
                .param("reference", reference.value())
                .param("from", utc(from))
                .param("to", utc(to))
                .param("most", most)
                .query(ROWS)
                .list();
        List<Message> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
