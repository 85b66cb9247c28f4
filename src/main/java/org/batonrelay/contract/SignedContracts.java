package org.batonrelay.contract;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Contracts that clients have signed with a provider of e-signed. Whoever holds the lead hears of it and finds
 * <i>won</i> chosen on their form; that it is won is still theirs to say.
 */
@Component
public class SignedContracts {

    private static final Logger LOG = LoggerFactory.getLogger(SignedContracts.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Batons batons;
    private final Ledger ledger;
    private final Errands errands;

    SignedContracts(JdbcClient jdbc, TransactionTemplate transaction, Batons batons, Ledger ledger, Errands errands) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.batons = batons;
        this.ledger = ledger;
        this.errands = errands;
    }

    boolean knows(LeadReference reference) {
        return batons.find(reference).isPresent();
    }

    /** Notes that a contract is signed, {@code contract.signed}; however often a provider tells it, once. */
    void note(LeadReference reference, String envelope, Instant signedAt) {
        try {
            transaction.executeWithoutResult(tx -> {
                jdbc.sql("insert into contract_signature (envelope, reference, signed_at)"
                                + " values (:envelope, :reference, :signedAt)")
                        .param("envelope", envelope)
                        .param("reference", reference.value())
                        .param("signedAt", OffsetDateTime.ofInstant(signedAt, ZoneOffset.UTC))
                        .update();
                ledger.append(NewEntry.of(reference, EntryType.CONTRACT_SIGNED)
                        .by("baton")
                        .with("envelope", envelope)
                        .with("signedAt", signedAt.toString()));
                errands.later(null, SignedNotice.NAME, new SignedNotice.Signed(reference, envelope));
            });
        } catch (DuplicateKeyException e) {
            LOG.debug("envelope {} was told before", envelope);
        }
    }

    /** When the last contract of a lead was signed, where one was. */
    public Optional<Instant> lastOf(LeadReference reference) {
        return jdbc.sql("select signed_at from contract_signature where reference = :reference"
                        + " order by signed_at desc limit 1")
                .param("reference", reference.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
