package org.batonrelay.lead;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks through lists of leads, and keeps them to be started. */
@Component
class LeadLists {

    private static final int BATCH = 500;
    private static final int LONGEST_NAME = 200;

    private final LeadRules rules;
    private final PublicMailProviders providers;
    private final Duplicates duplicates;
    private final CaptureKeys keys;
    private final RowKey rowKey;
    private final Imports imports;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LeadLists(
            LeadRules rules,
            PublicMailProviders providers,
            Duplicates duplicates,
            CaptureKeys keys,
            RowKey rowKey,
            Imports imports,
            TransactionTemplate transaction,
            Clock clock) {
        this.rules = rules;
        this.providers = providers;
        this.duplicates = duplicates;
        this.keys = keys;
        this.rowKey = rowKey;
        this.imports = imports;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A list that has been looked through from its first row to its last and can be read. */
    record Readable(ListFile file, ListReader.Layout layout, Columns columns) {}

    /** @throws UnreadableList saying what is wrong with the list as a whole */
    Readable open(ListFile file) throws IOException {
        ListReader.Layout layout = ListReader.lookThrough(file);
        return new Readable(file, layout, ListedLead.columns(layout.headings()));
    }

    /** Tells what would become of every row, and changes nothing. */
    void preview(Readable list, Consumer<ImportedRow> taker) throws IOException {
        ImportForecast forecast = new ImportForecast(list.columns(), rules, providers, duplicates, keys, rowKey);
        ListReader.rows(list.file(), list.layout(), row -> taker.accept(forecast.of(row)));
    }

    /** Keeps the list with what would become of every row; one transaction. */
    LeadImport keep(Readable list, String fileName, String by) {
        LeadImport made = new LeadImport(
                UUID.randomUUID().toString(),
                named(fileName),
                list.file().charset(),
                list.layout().delimiter().letter(),
                list.layout().headings(),
                LeadImport.State.PREVIEWED,
                by,
                clock.instant(),
                null,
                null);
        transaction.executeWithoutResult(status -> {
            imports.forgetOld();
            imports.add(made);
            addRows(made.id(), list);
        });
        return made;
    }

    private void addRows(String id, Readable list) {
        List<ImportedRow> batch = new ArrayList<>();
        try {
            preview(list, row -> {
                batch.add(row);
                if (batch.size() == BATCH) {
                    imports.add(id, batch);
                    batch.clear();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        imports.add(id, batch);
    }

    private static String named(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() ? "list.csv" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
