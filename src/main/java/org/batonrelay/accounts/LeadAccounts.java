package org.batonrelay.accounts;

import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which account each lead was matched to. The owner is asked for anew each time: directories change. */
@Repository
public class LeadAccounts implements AccountOwners {

    private record Kept(
            String accountId, String directory, @Nullable String owner) {}

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final People people;

    LeadAccounts(JdbcClient jdbc, Accounts accounts, People people) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
    }

    public void keep(LeadReference reference, AccountMatch match) {
        jdbc.sql("insert into lead_account (reference, account_id, directory, name, owner, matched_by, matched_on)"
                        + " values (:reference, :account, :directory, :name, :owner, :by, :on)")
                .param("reference", reference.value())
                .param("account", match.account().id())
                .param("directory", match.directory())
                .param("name", match.account().name())
                .param("owner", match.account().owner())
                .param("by", match.by().id())
                .param("on", match.on())
                .update();
    }

    @Override
    public Optional<String> ownerOf(LeadReference reference) {
        return jdbc.sql("select account_id, directory, owner from lead_account where reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> new Kept(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .flatMap(this::ownerToday)
                .filter(people::isWorking);
    }

    private Optional<String> ownerToday(Kept kept) {
        return kept.directory().equals(Accounts.NAME)
                ? accounts.find(kept.accountId()).map(Account::owner)
                : Optional.ofNullable(kept.owner());
    }
}
