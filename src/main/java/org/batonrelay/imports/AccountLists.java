package org.batonrelay.imports;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.batonrelay.accounts.Account;
import org.batonrelay.accounts.Accounts;
import org.batonrelay.accounts.NewAccount;
import org.batonrelay.accounts.OrganisationName;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.PublicMailProviders;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the account directory up to date by a list, each row in a transaction of its own. An account is known by its
 * external id, else by its name; what a row says replaces what was, and an account that the list leaves out stays.
 */
@Component
class AccountLists {

    /** What has become of a row; the ids are those of the answer. */
    enum Result {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED
    }

    record Told(
            int row,
            Result result,
            @Nullable String name,
            @Nullable String why) {}

    private final Accounts accounts;
    private final PublicMailProviders providers;
    private final People people;
    private final TransactionTemplate transaction;

    AccountLists(Accounts accounts, PublicMailProviders providers, People people, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.providers = providers;
        this.people = people;
        this.transaction = transaction;
    }

    /**
     * @param forReal whether anything is to be changed
     * @throws UnreadableList when the list cannot be read as a whole; nothing is changed then
     */
    void bringIn(ListFile file, boolean forReal, Consumer<Told> taker) throws IOException {
        ListReader.Layout layout = ListReader.lookThrough(file, ListedAccount.KIND);
        Columns columns = ListedAccount.columns(layout.headings());
        Map<String, Integer> seen = new TreeMap<>();
        ListReader.rows(file, layout, row -> taker.accept(bringIn(row, columns, seen, forReal)));
    }

    private Told bringIn(ListRow row, Columns columns, Map<String, Integer> seen, boolean forReal) {
        try {
            NewAccount told = ListedAccount.read(row, columns, providers, people);
            Integer earlier = seen.putIfAbsent(keyOf(told), row.number());
            if (earlier != null) {
                return refused(row, "Row " + earlier + " tells of the same account.");
            }
            return Optional.ofNullable(transaction.execute(status -> settle(row, told, forReal)))
                    .orElseThrow();
        } catch (InvalidLead invalid) {
            return refused(
                    row,
                    invalid.faults().stream().map(InvalidLead.Fault::message).collect(Collectors.joining(" ")));
        } catch (DuplicateKeyException e) {
            return refused(row, "Somebody else has just brought in the same account. Try this row again.");
        }
    }

    private Told settle(ListRow row, NewAccount told, boolean forReal) {
        List<Account> known = known(told);
        if (known.size() > 1) {
            return refused(row, known.size() + " accounts are called so: tell which by its external id.");
        }
        if (known.isEmpty()) {
            if (forReal) {
                accounts.add(told);
            }
            return new Told(row.number(), Result.CREATED, told.name(), null);
        }
        String id = known.get(0).id();
        NewAccount now = accounts.toldOf(id);
        NewAccount wanted = told.externalId() == null ? told.known(now.externalId()) : told;
        if (now.equals(wanted)) {
            return new Told(row.number(), Result.UNCHANGED, told.name(), null);
        }
        if (forReal) {
            accounts.update(id, wanted);
        }
        return new Told(row.number(), Result.UPDATED, told.name(), null);
    }

    /** By its external id; by its name one that has none, or where none is told. */
    private List<Account> known(NewAccount told) {
        String external = told.externalId();
        if (external == null) {
            return accounts.called(told.name());
        }
        Optional<Account> known = accounts.known(external);
        return known.isPresent()
                ? known.stream().toList()
                : accounts.called(told.name()).stream()
                        .filter(it -> accounts.toldOf(it.id()).externalId() == null)
                        .toList();
    }

    private static String keyOf(NewAccount told) {
        String external = told.externalId();
        return external == null ? "name " + OrganisationName.of(told.name()).key() : "id " + external;
    }

    private static Told refused(ListRow row, String why) {
        return new Told(row.number(), Result.REFUSED, null, why);
    }
}
