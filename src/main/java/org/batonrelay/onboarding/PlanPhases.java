package org.batonrelay.onboarding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The phases of every onboarding, as the table was when it began: who changes the table later changes no plan that
 * somebody works on.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PlanPhases {

    /** @param opensAfter null where it begins at once */
    record Phase(int number, @Nullable Integer opensAfter, boolean began) {}

    /** @param promiseId the promise that it has become; null until its phase has begun */
    record Item(
            int phase,
            int position,
            String what,
            String side,
            String dueAfter,
            @Nullable String kind,
            @Nullable String promiseId) {}

    private static final RowMapper<Phase> PHASES = RecordRows.of(Phase.class).from("number", "phase");
    private static final RowMapper<Item> ITEMS = RecordRows.of(Item.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanPhases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lowest first. Whoever looks at the phases of a lead to begin one waits for whoever did before. */
    List<Phase> locked(LeadReference reference) {
        return jdbc.sql(
                        "select phase, opens_after, began_at is not null as began from plan_phase where reference = :reference order by phase for update")
                .param("reference", reference.value())
                .query(PHASES)
                .list();
    }

    List<Phase> of(LeadReference reference) {
        return jdbc.sql(
                        "select phase, opens_after, began_at is not null as began from plan_phase where reference = :reference order by phase")
                .param("reference", reference.value())
                .query(PHASES)
                .list();
    }

    List<Item> items(LeadReference reference) {
        return jdbc.sql("select * from plan_item where reference = :reference order by phase, position")
                .param("reference", reference.value())
                .query(ITEMS)
                .list();
    }

    Optional<Item> item(String promiseId) {
        return jdbc
                .sql("select * from plan_item where promise_id = :promise order by phase, position")
                .param("promise", promiseId)
                .query(ITEMS)
                .list()
                .stream()
                .findFirst();
    }

    void add(LeadReference reference, PlanTemplate template) {
        for (PlanTemplate.Phase phase : template.phases()) {
            jdbc.sql("insert into plan_phase (reference, phase, opens_after) values (:reference, :phase, :after)")
                    .param("reference", reference.value())
                    .param("phase", phase.number())
                    .param("after", phase.opensAfter())
                    .update();
            for (int position = 0; position < phase.items().size(); position++) {
                add(reference, phase.number(), position, phase.items().get(position));
            }
        }
    }

    void begin(LeadReference reference, int phase) {
        jdbc.sql("update plan_phase set began_at = :now where reference = :reference and phase = :phase")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("reference", reference.value())
                .param("phase", phase)
                .update();
    }

    void made(LeadReference reference, Item item, String promiseId) {
        jdbc.sql("update plan_item set promise_id = :promise"
                        + " where reference = :reference and phase = :phase and position = :position")
                .param("promise", promiseId)
                .param("reference", reference.value())
                .param("phase", item.phase())
                .param("position", item.position())
                .update();
    }

    private void add(LeadReference reference, int phase, int position, PlanTemplate.Item item) {
        jdbc.sql("insert into plan_item (reference, phase, position, what, side, due_after, kind)"
                        + " values (:reference, :phase, :position, :what, :side, :dueAfter, :kind)")
                .param("reference", reference.value())
                .param("phase", phase)
                .param("position", position)
                .param("what", item.what())
                .param("side", item.side())
                .param("dueAfter", item.dueAfter())
                .param("kind", item.kind())
                .update();
    }
}
