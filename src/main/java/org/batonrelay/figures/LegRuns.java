package org.batonrelay.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps how long legs took and how far leads came, in the transaction that puts it on the ledger. */
@Component
class LegRuns {

    private final JdbcClient jdbc;

    LegRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(LedgerEntry entry) {
        String leg = entry.leg();
        if (leg == null) {
            return;
        }
        if (entry.type() == EntryType.LEG_STARTED) {
            started(entry.reference().value(), leg, entry.at());
        } else if (entry.type() == EntryType.LEG_FINISHED) {
            finished(entry.reference().value(), leg, entry.at());
            if (leg.equals(Leg.DEAL.id()) && "won".equals(entry.detail().get("outcome"))) {
                reached("won_at", entry.reference().value(), entry.at());
            }
        }
    }

    private void started(String reference, String leg, Instant at) {
        jdbc.sql("insert into leg_run (reference, leg, started_at) values (:reference, :leg, :at)")
                .param("reference", reference)
                .param("leg", leg)
                .param("at", utc(at))
                .update();
        if (leg.equals(Leg.QUALIFICATION.id())) {
            reached("accepted_at", reference, at);
        } else if (leg.equals(Leg.DEAL.id())) {
            reached("qualified_at", reference, at);
        }
    }

    private void finished(String reference, String leg, Instant at) {
        Optional<OffsetDateTime> started = jdbc.sql("select max(started_at) from leg_run where reference = :reference"
                        + " and leg = :leg and finished_at is null")
                .param("reference", reference)
                .param("leg", leg)
                .query(OffsetDateTime.class)
                .optional();
        if (started.isEmpty()) {
            jdbc.sql("insert into leg_run (reference, leg, finished_at) values (:reference, :leg, :at)")
                    .param("reference", reference)
                    .param("leg", leg)
                    .param("at", utc(at))
                    .update();
            return;
        }
        jdbc.sql("update leg_run set finished_at = :at, seconds = :seconds where reference = :reference"
                        + " and leg = :leg and finished_at is null and started_at = :started")
                .param("at", utc(at))
                .param(
                        "seconds",
                        Duration.between(started.get().toInstant(), at).toSeconds())
                .param("reference", reference)
                .param("leg", leg)
                .param("started", started.get())
                .update();
    }

    /** The first time counts. */
    private void reached(String column, String reference, Instant at) {
        int known = jdbc.sql("update lead_progress set " + column + " = coalesce(" + column + ", :at)"
                        + " where reference = :reference")
                .param("at", utc(at))
                .param("reference", reference)
                .update();
        if (known == 0) {
            jdbc.sql("insert into lead_progress (reference, " + column + ") values (:reference, :at)")
                    .param("at", utc(at))
                    .param("reference", reference)
                    .update();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
