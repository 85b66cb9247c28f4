package org.batonrelay.summary;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every version of every summary, and whom it was meant for. */
@Repository
@Transactional
public class Summaries {

    private static final RowMapper<Summary> ROWS = RecordRows.of(Summary.class);

    private final JdbcClient jdbc;
    private final OneAfterTheOther turns;

    Summaries(JdbcClient jdbc, OneAfterTheOther turns) {
        this.jdbc = jdbc;
        this.turns = turns;
    }

    /** Newest first. */
    public List<Summary> of(LeadReference reference) {
        return jdbc.sql("select * from summary where reference = :reference order by version desc")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    public Optional<Summary> last(LeadReference reference) {
        return of(reference).stream().findFirst();
    }

    /** The newest version that the client has confirmed, or made by correcting one. */
    public Optional<Summary> lastAgreed(LeadReference reference) {
        return of(reference).stream()
                .filter(it -> it.status() == Summary.Status.CONFIRMED)
                .findFirst();
    }

    /** Newest first; only those sent to this contact, or about to be. */
    public List<Summary> sentTo(String contactId) {
        return jdbc.sql("select s.* from summary s join summary_recipient r on r.summary_id = s.id"
                        + " where r.contact_id = :contact order by s.version desc")
                .param("contact", contactId)
                .query(ROWS)
                .list();
    }

    public Optional<Summary> find(String id) {
        return jdbc.sql("select * from summary where id = :id")
                .param("id", id)
                .query(ROWS)
                .optional();
    }

    /** @throws IllegalArgumentException when there is none */
    public Summary get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no summary " + id));
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Summary lock(String id) {
        turns.take(get(id).reference().value());
        jdbc.sql("select id from summary where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
        return get(id);
    }

    /** Nobody else adds one before this transaction ends. */
    int nextVersion(LeadReference reference) {
        turns.take(reference.value());
        return last(reference).map(Summary::version).orElse(0) + 1;
    }

    void add(Summary summary) {
        Headings headings = summary.headings();
        jdbc.sql("insert into summary (id, reference, version, status, leg, current_situation, business_priorities,"
                        + " competition, timeline, decision_process, next_steps, next_step_on, announced, author,"
                        + " written_at, answered_at, answered_by) values (:id, :reference, :version, :status, :leg,"
                        + " :situation, :priorities, :competition, :timeline, :decision, :next, :nextOn, :announced,"
                        + " :author, :writtenAt, :answeredAt, :answeredBy)")
                .param("id", summary.id())
                .param("reference", summary.reference().value())
                .param("version", summary.version())
                .param("status", summary.status().id())
                .param("leg", summary.leg())
                .param("situation", headings.currentSituation())
                .param("priorities", headings.businessPriorities())
                .param("competition", headings.competition())
                .param("timeline", headings.timeline())
                .param("decision", headings.decisionProcess())
                .param("next", headings.nextSteps())
                .param("nextOn", summary.nextStepOn())
                .param("announced", summary.announced())
                .param("author", summary.author())
                .param("writtenAt", utc(summary.writtenAt()))
                .param("answeredAt", utc(summary.answeredAt()))
                .param("answeredBy", summary.answeredBy())
                .update();
    }

    /** Stores what has become of it. */
    void save(Summary summary) {
        turns.take(summary.reference().value());
        jdbc.sql("update summary set status = :status, sent_at = :sentAt, answered_at = :answeredAt,"
                        + " answered_by = :answeredBy where id = :id")
                .param("status", summary.status().id())
                .param("sentAt", utc(summary.sentAt()))
                .param("answeredAt", utc(summary.answeredAt()))
                .param("answeredBy", summary.answeredBy())
                .param("id", summary.id())
                .update();
    }

    List<String> recipients(String summaryId) {
        return jdbc.sql("select contact_id from summary_recipient where summary_id = :id")
                .param("id", summaryId)
                .query(String.class)
                .list();
    }

    void addRecipients(String summaryId, Collection<String> contactIds) {
        contactIds.stream()
                .filter(it -> !recipients(summaryId).contains(it))
                .forEach(contact -> jdbc.sql(
                                "insert into summary_recipient (summary_id, contact_id) values (:id, :contact)")
                        .param("id", summaryId)
                        .param("contact", contact)
                        .update());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
