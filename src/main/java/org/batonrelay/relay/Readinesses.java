package org.batonrelay.relay;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** From when customers can start, and with whom, as far as it was said before the signature. */
@Repository
@Transactional
public class Readinesses {

    private final JdbcClient jdbc;
    private final Batons batons;
    private final Ledger ledger;
    private final Clock clock;

    Readinesses(JdbcClient jdbc, Batons batons, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.batons = batons;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Optional<Readiness> of(LeadReference reference) {
        return jdbc.sql("select * from readiness where reference = :reference")
                .param("reference", reference.value())
                .query((row, number) ->
                        new Readiness(reference, row.getString("csm"), row.getObject("ready_on", LocalDate.class)))
                .optional();
    }

    /** Names the CSM, {@code readiness.said}; whoever was named before is not any more. */
    public void say(LeadReference reference, String csm, LocalDate readyOn) {
        forget(reference);
        jdbc.sql("insert into readiness (reference, csm, ready_on, said_at) values (:reference, :csm, :on, :now)")
                .param("reference", reference.value())
                .param("csm", csm)
                .param("on", readyOn)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        ledger.append(NewEntry.of(reference, EntryType.READINESS_SAID)
                .leg(batons.get(reference).leg().id())
                .with("csm", csm)
                .with("readyOn", readyOn.toString()));
    }

    /** Somebody looks after the customer: what was said before is done, and would be wrong the next time. */
    public void forget(LeadReference reference) {
        jdbc.sql("delete from readiness where reference = :reference")
                .param("reference", reference.value())
                .update();
    }

    /**
     * The day that the client was told, where this one is later: what onboarding has said before stands on their page.
     * Our own dates, such as the one on which the contract is to be signed, are nothing that we promised anybody: the
     * first day that a client hears is news, and no excuse.
     */
    public Optional<LocalDate> toldAndEarlierThan(LeadReference reference, LocalDate readyOn) {
        return of(reference).map(Readiness::readyOn).filter(readyOn::isAfter);
    }
}
