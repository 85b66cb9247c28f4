package org.batonrelay.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.imports.ImportedRow.Result;
import org.batonrelay.lead.CaptureKeys;
import org.batonrelay.lead.Duplicates;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.LeadRules;
import org.batonrelay.lead.MailAddress;
import org.batonrelay.lead.NewLead;
import org.batonrelay.lead.PublicMailProviders;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * Says what would become of the rows of one list, asked in their order, and does nothing. It remembers whom the earlier
 * rows bring, and so grows with the list; the list has an end ({@link ListReader#MOST_ROWS}).
 */
final class ImportForecast {

    private final Columns columns;
    private final LeadRules rules;
    private final PublicMailProviders providers;
    private final Duplicates duplicates;
    private final CaptureKeys keys;
    private final RowKey rowKey;
    private final Map<String, Integer> brought = new HashMap<>();

    ImportForecast(
            Columns columns,
            LeadRules rules,
            PublicMailProviders providers,
            Duplicates duplicates,
            CaptureKeys keys,
            RowKey rowKey) {
        this.columns = columns;
        this.rules = rules;
        this.providers = providers;
        this.duplicates = duplicates;
        this.keys = keys;
        this.rowKey = rowKey;
    }

    ImportedRow of(ListRow row) {
        ListedLead.Listed listed;
        try {
            listed = ListedLead.read(row, columns, rules);
        } catch (InvalidLead invalid) {
            String why = invalid.faults().stream()
                    .map(InvalidLead.Fault::message)
                    .distinct()
                    .collect(Collectors.joining(" "));
            return new ImportedRow(row.number(), row.cells(), null, Result.REFUSED, Result.REFUSED, null, why);
        }
        NewLead lead = listed.lead();
        return known(row, lead)
                .or(() -> broughtBefore(row, lead))
                .or(() -> running(row, lead))
                .orElseGet(() -> waiting(row, lead, Result.STARTED, null, listed.hint()));
    }

    private Optional<ImportedRow> known(ListRow row, NewLead lead) {
        return keys.find(RowKey.CALLER, rowKey.of(lead))
                .map(it -> matched(row, lead, it.captured().reference(), Matched.IMPORTED));
    }

    /** Every row leaves its traces, whatever became of it. */
    private Optional<ImportedRow> broughtBefore(ListRow row, NewLead lead) {
        MailAddress address = MailAddress.read(lead.email()).orElseThrow();
        Integer person = brought.putIfAbsent(address.key(), row.number());
        Integer colleague = providers
                .ownDomain(address)
                .map(domain -> brought.putIfAbsent("@" + domain, row.number()))
                .orElse(null);
        Integer earlier = person != null ? person : colleague;
        return Optional.ofNullable(earlier)
                .map(number -> waiting(
                        row,
                        lead,
                        Result.MATCHED,
                        null,
                        (person != null ? "The same person as in row " : "The same mail domain as in row ") + number
                                + "."));
    }

    private Optional<ImportedRow> running(ListRow row, NewLead lead) {
        MailAddress address = MailAddress.read(lead.email()).orElseThrow();
        return duplicates
                .of(address, providers.ownDomain(address))
                .map(match -> matched(row, lead, match.reference(), Matched.by(match.matched())));
    }

    private static ImportedRow matched(ListRow row, NewLead lead, LeadReference reference, String why) {
        return waiting(row, lead, Result.MATCHED, reference.value(), why);
    }

    private static ImportedRow waiting(
            ListRow row, NewLead lead, Result expected, @Nullable String reference, @Nullable String why) {
        return new ImportedRow(row.number(), List.copyOf(row.cells()), lead, expected, Result.WAITING, reference, why);
    }

    /** Why a row belongs to a lead that the house has. */
    static final class Matched {

        static final String IMPORTED = "This row was brought in before.";

        private Matched() {}

        static String by(String matched) {
            return matched.equals("person")
                    ? "This person belongs to the lead already."
                    : "Their organisation (by mail domain) has a running lead.";
        }
    }
}
