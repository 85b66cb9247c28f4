package org.batonrelay.contract;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The texts of contracts, one after the other; none is ever replaced. */
@Repository
@Transactional
public class ContractVersions {

    private static final RowMapper<ContractVersion> ROWS = RecordRows.of(ContractVersion.class);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    ContractVersions(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<ContractVersion> of(LeadReference reference) {
        return jdbc.sql("select * from contract_version where reference = :reference order by number desc")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ContractVersion> latest(LeadReference reference) {
        return of(reference).stream().findFirst();
    }

    /**
     * From now on this file is the contract, {@code contract.versioned}.
     *
     * @param author who says so, a user id
     * @param reason what it is, or what has changed
     * @throws Refusal when somebody else says so of another file at this moment
     */
    public void add(LeadReference reference, String fileId, String name, String author, String reason) {
        int number = latest(reference).map(ContractVersion::number).orElse(0) + 1;
        try {
            jdbc.sql("insert into contract_version (reference, number, file_id, name, author, reason, added_at)"
                            + " values (:reference, :number, :file, :name, :author, :reason, :now)")
                    .param("reference", reference.value())
                    .param("number", number)
                    .param("file", fileId)
                    .param("name", name)
                    .param("author", author)
                    .param("reason", reason)
                    .param(
                            "now",
                            OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal(
                    "Somebody else has just marked another file as the contract. Reload the tab and look again.");
        }
        ledger.append(NewEntry.of(reference, EntryType.CONTRACT_VERSIONED)
                .by(author)
                .with("version", number)
                .with("file", fileId)
                .with("name", name)
                .with("reason", reason));
    }
}
