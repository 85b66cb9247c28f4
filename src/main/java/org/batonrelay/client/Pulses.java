package org.batonrelay.client;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.summary.Summary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** "Did you have to repeat yourself?": asked once after each answer to a summary. */
@Repository
@Transactional
class Pulses {

    private final JdbcClient jdbc;
    private final Talks talks;
    private final OneAtATime oneAtATime;
    private final Ledger ledger;
    private final Clock clock;

    Pulses(JdbcClient jdbc, Talks talks, OneAtATime oneAtATime, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.talks = talks;
        this.oneAtATime = oneAtATime;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The summary that they have answered and not yet been asked about. */
    @Transactional(readOnly = true)
    public Optional<Summary> dueAbout(Contact contact) {
        return talks.lastAnswered(contact).filter(it -> !isAnswered(contact, it.id()));
    }

    enum Receipt {
        STORED,
        ANSWERED_BEFORE,
        /** There is no such summary that they have answered. */
        UNKNOWN
    }

    /** Stores the answer, {@code pulse.answered} with the leg in which the summary was written; the first one counts. */
    public Receipt answer(Contact contact, String summaryId, boolean repeated) {
        oneAtATime.waitFor(contact);
        if (isAnswered(contact, summaryId)) {
            return Receipt.ANSWERED_BEFORE;
        }
        Optional<Summary> about = dueAbout(contact).filter(it -> it.id().equals(summaryId));
        about.ifPresent(it -> add(contact, it, repeated));
        return about.isPresent() ? Receipt.STORED : Receipt.UNKNOWN;
    }

    private void add(Contact contact, Summary summary, boolean repeated) {
        jdbc.sql("insert into pulse (contact_id, summary_id, leg, repeated, answered_at)"
                        + " values (:contact, :summary, :leg, :repeated, :now)")
                .param("contact", contact.id())
                .param("summary", summary.id())
                .param("leg", summary.leg())
                .param("repeated", repeated)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        ledger.append(NewEntry.of(contact.reference(), EntryType.PULSE_ANSWERED)
                .by("client:" + contact.email())
                .leg(summary.leg())
                .with("from", contact.name())
                .with("repeated", repeated)
                .with("version", summary.version()));
    }

    private boolean isAnswered(Contact contact, String summaryId) {
        return jdbc.sql("select count(*) from pulse where contact_id = :contact and summary_id = :summary")
                        .param("contact", contact.id())
                        .param("summary", summaryId)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
