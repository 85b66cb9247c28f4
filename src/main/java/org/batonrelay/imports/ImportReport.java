package org.batonrelay.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.batonrelay.imports.ImportedRow.Result;
import org.springframework.stereotype.Component;

/**
 * What became of every row, as a CSV file with the columns of the list itself: mended, it can be brought in again as it
 * is.
 */
@Component
class ImportReport {

    private static final List<String> OURS = List.of("Row", "Result", "Reference", "Why");

    private final Imports imports;

    ImportReport(Imports imports) {
        this.imports = imports;
    }

    /** @param results which rows */
    void write(LeadImport made, List<Result> results, Writer to) throws IOException {
        to.write('\uFEFF'); // or Excel takes it for Windows-1252
        to.write(line(OURS, made.headings()));
        try {
            imports.each(made.id(), results, row -> {
                try {
                    to.write(line(
                            List.of(
                                    String.valueOf(row.number()),
                                    row.result().id(),
                                    row.reference() == null ? "" : row.reference(),
                                    row.why() == null ? "" : row.why()),
                            row.cells()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String line(List<String> ours, List<String> theirs) {
        List<String> all = new ArrayList<>(ours);
        all.addAll(theirs);
        return SafeCell.line(all);
    }
}
