package org.batonrelay.mail;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail that a server has taken, by its key. */
@Repository
class SentMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    SentMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> messageIdOf(String key) {
        return jdbc.sql("select message_id from sent_mail where mail_key = :key")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    boolean hasSent(String messageId) {
        return jdbc.sql("select count(*) from sent_mail where message_id = :id")
                        .param("id", messageId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(MailSent mail) {
        jdbc.sql("insert into sent_mail (mail_key, message_id, reference, recipient, subject, sent_at)"
                        + " values (:key, :messageId, :reference, :recipient, :subject, :at)")
                .param("key", mail.key())
                .param("messageId", mail.messageId())
                .param("reference", mail.reference())
                .param("recipient", mail.recipient())
                .param("subject", mail.subject())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
