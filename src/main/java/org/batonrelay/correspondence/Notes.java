package org.batonrelay.correspondence;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.batonrelay.baton.Batons;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What we write down for one another: of a call, of a mail that a colleague has copied to the lead. */
@Repository
@Transactional
public class Notes {

    private static final int LONGEST = 20_000;
    private static final int EXCERPT = 500;

    private final JdbcClient jdbc;
    private final Batons batons;
    private final Ledger ledger;
    private final Clock clock;

    Notes(JdbcClient jdbc, Batons batons, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.batons = batons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Writes a note down, {@code note.written}.
     *
     * @param author a user id
     * @throws Refusal when there is nothing in it
     */
    public Note write(LeadReference reference, String author, String text) {
        if (text.isBlank()) {
            throw new Refusal("Note: please write something.");
        }
        Note note = new Note(
                UUID.randomUUID().toString(),
                reference,
                author,
                Correspondence.cut(text.strip(), LONGEST),
                clock.instant());
        jdbc.sql("insert into note (id, reference, author, body, written_at)"
                        + " values (:id, :reference, :author, :body, :at)")
                .param("id", note.id())
                .param("reference", reference.value())
                .param("author", author)
                .param("body", note.text())
                .param("at", OffsetDateTime.ofInstant(note.at(), ZoneOffset.UTC))
                .update();
        ledger.append(NewEntry.of(reference, EntryType.NOTE_WRITTEN)
                .by(author)
                .leg(batons.get(reference).leg().id())
                .with("text", Correspondence.cut(note.text(), EXCERPT))
                .with("note", note.id()));
        batons.touch(reference);
        return note;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Note> of(LeadReference reference) {
        return jdbc.sql("select * from note where reference = :reference order by written_at, id")
                .param("reference", reference.value())
                .query((row, number) -> new Note(
                        row.getString("id"),
                        reference,
                        row.getString("author"),
                        row.getString("body"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
