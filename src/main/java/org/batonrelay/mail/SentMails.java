package org.batonrelay.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
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

    Optional<SentMail> withMessageId(String messageId) {
        return jdbc.sql("select * from sent_mail where message_id = :id")
                .param("id", messageId)
                .query(SentMails::read)
                .optional();
    }

    Optional<SentMail> lastTo(String address) {
        return jdbc.sql("select * from sent_mail where recipient in (:address, :lower) and reference is not null"
                        + " order by sent_at desc fetch first 1 rows only")
                .param("address", address)
                .param("lower", address.toLowerCase(Locale.ROOT))
                .query(SentMails::read)
                .optional();
    }

    private static SentMail read(ResultSet row, int number) throws SQLException {
        return new SentMail(
                row.getString("mail_key"),
                row.getString("message_id"),
                row.getString("reference"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
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
