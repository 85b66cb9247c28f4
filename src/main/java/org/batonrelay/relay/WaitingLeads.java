package org.batonrelay.relay;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leads that are in, and whose relay could not begin yet. */
@Repository
class WaitingLeads {

    /** @param tries how often it could not begin */
    record Waiting(LeadReference reference, String reason, int tries) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingLeads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isEmpty() {
        return jdbc.sql("select reference from waiting_lead limit 1")
                .query(String.class)
                .optional()
                .isEmpty();
    }

    boolean isWaiting(LeadReference reference) {
        return jdbc.sql("select reference from waiting_lead where reference = :reference")
                .param("reference", reference.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    void add(LeadReference reference, String finder, String reason) {
        jdbc.sql("insert into waiting_lead (reference, finder, reason, tries, since)"
                        + " values (:reference, :finder, :reason, 1, :now)")
                .param("reference", reference.value())
                .param("finder", finder)
                .param("reason", reason)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Locked until the transaction ends: one at a time begins it. */
    Optional<Waiting> lock(LeadReference reference) {
        return jdbc.sql("select reference, reason, tries from waiting_lead where reference = :reference for update")
                .param("reference", reference.value())
                .query((row, number) ->
                        new Waiting(new LeadReference(row.getString(1)), row.getString(2), row.getInt(3)))
                .optional();
    }

    void triedAgain(LeadReference reference, String reason) {
        jdbc.sql("update waiting_lead set tries = tries + 1, reason = :reason where reference = :reference")
                .param("reason", reason)
                .param("reference", reference.value())
                .update();
    }

    void forget(LeadReference reference) {
        jdbc.sql("delete from waiting_lead where reference = :reference")
                .param("reference", reference.value())
                .update();
    }
}
