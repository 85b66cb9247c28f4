package org.batonrelay.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.batonrelay.engine.Errands;
import org.batonrelay.reading.HeaderText;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.MailReader;
import org.batonrelay.reading.StoredMail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every mail that has come in, as it came. */
@Repository
public class IncomingMails {

    /**
     * A mail that nobody acts on by himself, for a person to look at; it also lies in the mailbox.
     *
     * @param why in a sentence
     * @param size of the whole mail, in bytes
     */
    public record Aside(String id, String sender, String subject, long size, String why, Instant receivedAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Errands errands;
    private final MailReader reader;

    IncomingMails(JdbcClient jdbc, Clock clock, Errands errands, MailReader reader) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.errands = errands;
        this.reader = reader;
    }

    /** The mail, understood anew from what is stored; empty where it is not known, or kept aside. */
    public Optional<IncomingMail> find(String id) {
        return stored("id = :id and state <> 'aside'", id).map(reader::read);
    }

    /** What the mail encloses under this number; empty where there is no such mail or number. */
    public Optional<byte[]> content(String id, int enclosure) {
        return stored("id = :id and state <> 'aside'", id).flatMap(mail -> reader.content(mail, enclosure));
    }

    /** What was kept aside, newest first, at most 200. */
    public List<Aside> aside() {
        return jdbc.sql("select id, sender, subject, size, why, received_at from incoming_mail where state = 'aside'"
                        + " order by received_at desc fetch first 200 rows only")
                .query((row, number) -> new Aside(
                        row.getString("id"),
                        row.getString("sender"),
                        row.getString("subject"),
                        row.getLong("size"),
                        String.valueOf(row.getString("why")),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Stores a mail together with the order to take it, or not at all.
     *
     * @throws org.springframework.dao.DuplicateKeyException when it is stored already
     */
    @Transactional
    void store(ArrivedMail mail) {
        add(mail, "stored", null);
        errands.later(null, TakeMail.NAME, mail.id());
    }

    /** Keeps what there is of a mail for a person to look at. */
    @Transactional
    void keepAside(ArrivedMail mail, String why) {
        add(mail, "aside", why);
    }

    /** The names of those that the mailbox has not given out, see {@link OpenMailbox#name}. */
    Set<String> left() {
        return new HashSet<>(
                jdbc.sql("select message_id from incoming_mail where state = 'aside' and message_id like 'left:%'")
                        .query(String.class)
                        .list());
    }

    /** Puts a mail on the list that still lies in the mailbox and cannot be read. */
    @Transactional
    void leave(String name, String subject, long size, String why) {
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        add(
                new ArrivedMail(id, name, "", subject, Math.max(size, 0), new byte[0], false),
                "aside",
                HeaderText.oneLine(why, 1000));
    }

    /** It could be read in the end. */
    @Transactional
    void isHereAfterAll(String name) {
        jdbc.sql("delete from incoming_mail where message_id = :name and state = 'aside'")
                .param("name", name)
                .update();
    }

    /** Locks the row: of two who take a mail at the same time the second waits, and then finds it taken. */
    Optional<StoredMail> toBeTaken(String id) {
        return stored("id = :id and state = 'stored' for update", id);
    }

    private Optional<StoredMail> stored(String condition, String id) {
        return jdbc.sql("select id, message_id, received_at, raw from incoming_mail where " + condition)
                .param("id", id)
                .query((row, number) -> new StoredMail(
                        row.getString("id"),
                        row.getString("message_id"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getBytes("raw")))
                .optional();
    }

    void settle(String id, String state, @Nullable String why) {
        jdbc.sql("update incoming_mail set state = :state, why = :why, taken_at = :now where id = :id")
                .param("state", state)
                .param("why", why)
                .param("now", now())
                .param("id", id)
                .update();
    }

    private void add(ArrivedMail mail, String state, @Nullable String why) {
        jdbc.sql("insert into incoming_mail (id, message_id, state, why, sender, subject, size, received_at, raw)"
                        + " values (:id, :messageId, :state, :why, :sender, :subject, :size, :now, :raw)")
                .param("id", mail.id())
                .param("messageId", mail.messageId())
                .param("state", state)
                .param("why", why)
                .param("sender", mail.sender())
                .param("subject", mail.subject())
                .param("size", mail.size())
                .param("now", now())
                .param("raw", mail.raw())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
