package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batons for which everybody of their team is full. To be used by whoever has the turn of the group. */
@Repository
public class ParkedBatons {

    private final JdbcClient jdbc;
    private final Clock clock;

    ParkedBatons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it was not parked there before; where it was, it keeps its place */
    boolean park(LeadReference reference, String group) {
        Optional<String> before = jdbc.sql("select group_id from parked_baton where reference = :reference")
                .param("reference", reference.value())
                .query(String.class)
                .optional();
        if (before.filter(group::equals).isPresent()) {
            return false;
        }
        leave(reference);
        jdbc.sql("insert into parked_baton (reference, group_id, parked_at) values (:reference, :group, :now)")
                .param("reference", reference.value())
                .param("group", group)
                .param("now", utc(clock.instant()))
                .update();
        return true;
    }

    boolean isAny(String group) {
        return jdbc.sql("select count(*) from parked_baton where group_id = :group")
                        .param("group", group)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Of those that are not on hold. */
    List<LeadReference> oldest(String group, long atMost) {
        return jdbc.sql(
                        "select reference from parked_baton p where group_id = :group and not exists (select 1 from lead_on_hold h"
                                + " where h.reference = p.reference and h.went_on_at is null) order by parked_at, reference"
                                + " limit :atMost")
                .param("group", group)
                .param("atMost", atMost)
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
    }

    /** @return whether it was parked */
    public boolean leave(LeadReference reference) {
        return jdbc.sql("delete from parked_baton where reference = :reference")
                        .param("reference", reference.value())
                        .update()
                > 0;
    }

    /** When room is looked for next; empty when nobody looks. */
    Optional<Instant> nextLook(String group) {
        return jdbc.sql("select due_at from parked_look where group_id = :group")
                .param("group", group)
                .query((row, number) ->
                        row.getObject("due_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The same for the group that this one waits for. */
    Optional<Instant> nextLookFor(LeadReference reference) {
        return jdbc.sql("select group_id from parked_baton where reference = :reference")
                .param("reference", reference.value())
                .query(String.class)
                .optional()
                .flatMap(this::nextLook);
    }

    void lookAt(String group, Instant due) {
        lookNoMore(group);
        jdbc.sql("insert into parked_look (group_id, due_at) values (:group, :due)")
                .param("group", group)
                .param("due", utc(due))
                .update();
    }

    void lookNoMore(String group) {
        jdbc.sql("delete from parked_look where group_id = :group")
                .param("group", group)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
