package org.batonrelay.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batonrelay.engine.RecordRows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail that a server has taken, by its key. */
@Repository
public class SentMails {

    private static final RowMapper<SentMail> ROWS =
            RecordRows.of(SentMail.class).from("key", "mail_key");

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

    public boolean hasSent(String messageId) {
        return jdbc.sql("select count(*) from sent_mail where message_id = :id")
                        .param("id", messageId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<SentMail> withMessageId(String messageId) {
        return jdbc.sql("select * from sent_mail where message_id = :id")
                .param("id", messageId)
                .query(ROWS)
                .optional();
    }

    Optional<SentMail> lastTo(String address) {
        return jdbc.sql("select * from sent_mail where recipient in (:address, :lower) and reference is not null"
                        + " order by sent_at desc fetch first 1 rows only")
                .param("address", address)
                .param("lower", address.toLowerCase(Locale.ROOT))
                .query(ROWS)
                .optional();
    }

    /**
     * Whoever else sends this mail at this moment waits here until the other's transaction has ended; what it has done
     * is then seen. Nothing of it stays.
     */
    void waitForOthers(String key) {
        jdbc.sql("insert into mail_at_work (mail_key) values (:key)")
                .param("key", key)
                .update();
        jdbc.sql("delete from mail_at_work where mail_key = :key")
                .param("key", key)
                .update();
    }

    /**
     * Whether the ledger was not yet told of a mail that is sent; whoever asks tells it, in this transaction.
     *
     * @return what it is to be told
     */
    Optional<MailSent> recordNow(String key) {
        Optional<MailSent> facts = jdbc.sql(
                        "select s.mail_key, s.message_id, s.reference, u.template, s.recipient, s.subject"
                                + " from unrecorded_mail u join sent_mail s on s.mail_key = u.mail_key"
                                + " where u.mail_key = :key")
                .param("key", key)
                .query((row, number) -> new MailSent(
                        row.getString("mail_key"),
                        row.getString("message_id"),
                        row.getString("reference"),
                        row.getString("template"),
                        row.getString("recipient"),
                        row.getString("subject")))
                .optional();
        return facts.filter(it -> jdbc.sql("delete from unrecorded_mail where mail_key = :key")
                        .param("key", key)
                        .update()
                > 0);
    }

    /** Not all of them at once, should there be many. */
    List<String> unrecordedBefore(Instant then) {
        return jdbc.sql("select u.mail_key from unrecorded_mail u join sent_mail s on s.mail_key = u.mail_key"
                        + " where s.sent_at < :then order by s.sent_at fetch first 100 rows only")
                .param("then", OffsetDateTime.ofInstant(then, ZoneOffset.UTC))
                .query(String.class)
                .list();
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
        jdbc.sql("insert into unrecorded_mail (mail_key, template) values (:key, :template)")
                .param("key", mail.key())
                .param("template", mail.template())
                .update();
    }
}
