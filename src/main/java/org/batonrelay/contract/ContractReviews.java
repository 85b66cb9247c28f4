package org.batonrelay.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every round of every review that legal was asked for. */
@Repository
@Transactional
public class ContractReviews {

    private static final RowMapper<ContractReview> ROWS =
            RecordRows.of(ContractReview.class).from("value", "deal_value");

    private final JdbcClient jdbc;
    private final Clock clock;

    ContractReviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A new round.
     *
     * @param changed what is new since the round before; null for the first one
     * @param version of the contract; null where no file was marked
     */
    ContractReview ask(
            LeadReference reference,
            String by,
            @Nullable String changed,
            Terms terms,
            int priority,
            @Nullable Integer version) {
        String id = UUID.randomUUID().toString();
        int before =
                changed == null ? 0 : last(reference).map(ContractReview::round).orElse(0);
        jdbc.sql("insert into contract_review (id, reference, round, changed, deal_value, close_on, priority, version,"
                        + " asked_by, asked_at) values (:id, :reference, :round, :changed, :value, :closeOn, :priority,"
                        + " :version, :by, :now)")
                .param("id", id)
                .param("reference", reference.value())
                .param("round", before + 1)
                .param("changed", changed)
                .param("value", terms.value())
                .param("closeOn", terms.closeOn())
                .param("priority", priority)
                .param("version", version)
                .param("by", by)
                .param("now", now())
                .update();
        return get(id);
    }

    ContractReview get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no review " + id));
    }

    Optional<ContractReview> find(String id) {
        return jdbc.sql("select * from contract_review where id = :id")
                .param("id", id)
                .query(ROWS)
                .optional();
    }

    public Optional<ContractReview> last(LeadReference reference) {
        return all(reference).stream().findFirst();
    }

    /** The rounds of the last request, the first one first. */
    List<ContractReview> rounds(LeadReference reference) {
        List<ContractReview> rounds = new ArrayList<>();
        for (ContractReview round : all(reference)) {
            rounds.add(0, round);
            if (round.round() == 1) {
                break;
            }
        }
        return rounds;
    }

    /** Newest first. */
    private List<ContractReview> all(LeadReference reference) {
        return jdbc.sql("select * from contract_review where reference = :reference order by asked_at desc")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    /** The one that legal has not answered yet. */
    public Optional<ContractReview> open(LeadReference reference) {
        return last(reference).filter(review -> review.verdict() == null);
    }

    public boolean isApproved(LeadReference reference) {
        return last(reference).filter(ContractReview::isApproved).isPresent();
    }

    /** @param by who does it from now on, or null when it was given back */
    void claim(String id, @Nullable String by) {
        jdbc.sql("update contract_review set claimed_by = :by, claimed_at = :at where id = :id")
                .param("by", by)
                .param("at", by == null ? null : now())
                .param("id", id)
                .update();
    }

    public void describe(String id, String request) {
        jdbc.sql("update contract_review set request = :request where id = :id")
                .param("request", request)
                .param("id", id)
                .update();
    }

    void expect(String id, @Nullable Instant dueAt) {
        jdbc.sql("update contract_review set due_at = :due where id = :id")
                .param("due", dueAt == null ? null : OffsetDateTime.ofInstant(dueAt, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void answer(String id, String verdict, @Nullable String note) {
        jdbc.sql("update contract_review set verdict = :verdict, note = :note, answered_at = :now where id = :id")
                .param("verdict", verdict)
                .param("note", note)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Whoever asked does not wait any more, so legal need not answer; nothing when it has. */
    void withdraw(LeadReference reference) {
        open(reference).ifPresent(review -> answer(review.id(), "withdrawn", null));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
