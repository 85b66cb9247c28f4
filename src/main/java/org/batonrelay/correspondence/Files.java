package org.batonrelay.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The files of leads, whoever they came from. Their contents are kept as they are and never looked at again. */
@Repository
@Transactional
@EnableConfigurationProperties(FileRules.class)
public class Files {

    private static final int LONGEST_NAME = 200;

    private static final RowMapper<LeadFile> ROWS =
            RecordRows.of(LeadFile.class).from("from", "sender");

    private final JdbcClient jdbc;
    private final FileRules rules;
    private final Ledger ledger;
    private final Clock clock;

    Files(JdbcClient jdbc, FileRules rules, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The size, in bytes, of the largest file that is kept. */
    public long largest() {
        return rules.largest().toBytes();
    }

    /**
     * Keeps a file that somebody hands in, {@code file.added}.
     *
     * @param from a user id, or {@code client:} and an address
     * @param name as whoever sent it calls it; a path before it is left out
     * @throws Refusal with a sentence when it is too large or of a kind that is not kept
     */
    public LeadFile add(LeadReference reference, String from, String name, byte[] content) {
        String plain = plain(name);
        rules.fault(plain, content).ifPresent(fault -> {
            throw new Refusal(fault);
        });
        return keep(reference, null, from, plain, content, null);
    }

    /** The same for a file that came with a message: one that is refused is on the list, with the reason. */
    LeadFile enclose(Message message, String name, byte[] content) {
        String plain = plain(name);
        return keep(
                message.reference(),
                message.id(),
                message.author(),
                plain,
                content,
                rules.fault(plain, content).orElse(null));
    }

    /** One that came with a message and cannot even be read. */
    void refuse(Message message, String name, String why) {
        keep(message.reference(), message.id(), message.author(), plain(name), new byte[0], plain(name) + ": " + why);
    }

    /** Oldest first, the refused ones among them. */
    @Transactional(readOnly = true)
    public List<LeadFile> of(LeadReference reference) {
        return jdbc.sql("select * from file where reference = :reference order by added_at, id")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<LeadFile> find(String id) {
        return jdbc.sql("select * from file where id = :id")
                .param("id", id)
                .query(ROWS)
                .optional();
    }

    /** The content; empty for a file that does not exist or was refused. */
    @Transactional(readOnly = true)
    public Optional<byte[]> open(String id) {
        return jdbc.sql("select content from file_content where file_id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** From now on the client's page offers it; sharing it twice changes nothing. */
    public void share(String id, String by) {
        jdbc.sql("update file set shared_at = :now, shared_by = :by where id = :id and shared_at is null"
                        + " and refused is null")
                .param("now", utc(clock.instant()))
                .param("by", by)
                .param("id", id)
                .update();
    }

    private LeadFile keep(
            LeadReference reference,
            @Nullable String messageId,
            String from,
            String name,
            byte[] content,
            @Nullable String refused) {
        LeadFile file = new LeadFile(
                UUID.randomUUID().toString(),
                reference,
                messageId,
                from,
                name,
                FileKind.of(content).map(FileKind::type).orElse("application/octet-stream"),
                content.length,
                refused,
                clock.instant(),
                null);
        jdbc.sql("insert into file (id, reference, message_id, sender, name, type, size, refused, added_at)"
                        + " values (:id, :reference, :message, :sender, :name, :type, :size, :refused, :at)")
                .param("id", file.id())
                .param("reference", reference.value())
                .param("message", messageId)
                .param("sender", from)
                .param("name", name)
                .param("type", file.type())
                .param("size", file.size())
                .param("refused", refused)
                .param("at", utc(file.addedAt()))
                .update();
        if (refused == null) {
            jdbc.sql("insert into file_content (file_id, content) values (:id, :content)")
                    .param("id", file.id())
                    .param("content", content)
                    .update();
        }
        ledger.append(NewEntry.of(reference, EntryType.FILE_ADDED)
                .by(from)
                .with("file", file.id())
                .with("from", from)
                .with("name", name)
                .with("size", file.size())
                .with("refused", refused));
        return file;
    }

    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        return Correspondence.cut(last.isEmpty() ? "file" : last, LONGEST_NAME - 1);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
