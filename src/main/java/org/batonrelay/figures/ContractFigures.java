package org.batonrelay.figures;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.stereotype.Component;

/** Where the time of contract reviews went, from the ledger: with legal, and with the client. */
@Component
class ContractFigures {

    /**
     * @param settled reviews that legal approved or refused within the time asked for
     * @param deviations from the standard terms that were accepted
     * @param rounds until then
     * @param untilClaimed hours in legal's list, all rounds together
     * @param withLegal hours from the claim to legal's word, all rounds together
     * @param withClient hours between the rounds, which are not legal's
     * @param firstAnswer hours from the request to legal's first word, of all reviews whose first word came within the
     *     time asked for
     */
    record Contracts(
            int settled,
            long approved,
            long deviations,
            Spread rounds,
            Spread untilClaimed,
            Spread withLegal,
            Spread withClient,
            Spread firstAnswer) {}

    private final Ledger ledger;

    ContractFigures(Ledger ledger) {
        this.ledger = ledger;
    }

    Contracts between(Instant from, Instant until) {
        List<LedgerEntry> answers = ledger.between(from, until, Set.of(EntryType.CONTRACT_REVIEWED)).stream()
                // what was written down before rounds were counted
                .filter(it -> it.detail().containsKey("claimSeconds"))
                .toList();
        List<LedgerEntry> settled = answers.stream()
                .filter(decided("approve").or(decided("refuse")))
                .toList();
        List<LedgerEntry> first =
                answers.stream().filter(it -> number(it, "round") == 1).toList();
        return new Contracts(
                settled.size(),
                settled.stream().filter(decided("approve")).count(),
                settled.stream().mapToLong(it -> number(it, "deviations")).sum(),
                Spread.of(
                        settled.stream().map(it -> (double) number(it, "round")).toList()),
                hours(settled, "claimSeconds"),
                hours(settled, "reviewSeconds"),
                hours(settled, "clientSeconds"),
                Spread.of(first.stream()
                        .map(it -> inHours(number(it, "claimSeconds") + number(it, "reviewSeconds")))
                        .toList()));
    }

    private static Predicate<LedgerEntry> decided(String decision) {
        return entry -> decision.equals(entry.detail().get("decision"));
    }

    private static Spread hours(List<LedgerEntry> entries, String clock) {
        return Spread.of(entries.stream().map(it -> inHours(number(it, clock))).toList());
    }

    private static double inHours(long seconds) {
        return Math.round(seconds / 36.0) / 100.0;
    }

    private static long number(LedgerEntry entry, String name) {
        return entry.detail().get(name) instanceof Number number ? number.longValue() : 0;
    }
}
