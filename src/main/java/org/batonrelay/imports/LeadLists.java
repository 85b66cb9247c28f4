package org.batonrelay.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.batonrelay.lead.CaptureKeys;
import org.batonrelay.lead.Duplicates;
import org.batonrelay.lead.LeadHeadings;
import org.batonrelay.lead.LeadRules;
import org.batonrelay.lead.PublicMailProviders;
import org.jspecify.annotations.Nullable;
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

    /** @throws UnreadableList saying what is wrong with the list as a whole, its headings included */
    Readable open(ListFile file) throws IOException {
        Readable list = openAnyhow(file);
        list.columns().require(ListedLead.needed(list.columns()));
        return list;
    }

    /** The same where somebody will say what the columns are. */
    Readable openAnyhow(ListFile file) throws IOException {
        ListReader.Layout layout = ListReader.lookThrough(file, LeadHeadings.KNOWN);
        return new Readable(file, layout, ListedLead.columns(layout.headings()));
    }

    /** Tells what would become of every row, and changes nothing. */
    void preview(Readable list, Consumer<ImportedRow> taker) throws IOException {
        ImportForecast forecast = forecast(list.columns());
        ListReader.rows(list.file(), list.layout(), row -> taker.accept(forecast.of(row)));
    }

    private ImportForecast forecast(Columns columns) {
        return new ImportForecast(columns, rules, providers, duplicates, keys, rowKey);
    }

    /**
     * Reads a kept list anew, its columns as somebody has settled; nothing happens to one that has been started.
     *
     * @param readAs the field of each column, null or blank for one that is not to be read
     * @throws UnreadableList when there is no such field
     */
    void assign(String id, List<@Nullable String> readAs) {
        List<@Nullable String> fields = new ArrayList<>();
        for (String field : readAs) {
            if (field != null && !field.isBlank() && !LeadHeadings.FIELDS.containsKey(field)) {
                throw new UnreadableList("A column cannot be read as \"" + field + "\": there is no such field.");
            }
            fields.add(field == null || field.isBlank() ? null : field);
        }
        transaction.executeWithoutResult(status -> {
            if (imports.assign(id, fields)) {
                ImportForecast forecast =
                        forecast(imports.find(id).orElseThrow().columns());
                List<ImportedRow> batch = new ArrayList<>();
                imports.each(id, List.of(ImportedRow.Result.values()), row -> {
                    batch.add(forecast.of(new ListRow(row.number(), row.cells())));
                    if (batch.size() == BATCH) {
                        imports.renew(id, batch);
                        batch.clear();
                    }
                });
                imports.renew(id, batch);
            }
        });
    }

    /** Keeps the list with what would become of every row; one transaction. */
    LeadImport keep(Readable list, String fileName, String by) {
        LeadImport made = new LeadImport(
                UUID.randomUUID().toString(),
                named(fileName),
                list.file().charset(),
                list.layout().delimiter().letter(),
                list.layout().headings(),
                list.columns().readAs(),
                false,
                list.layout().leftOut(),
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
