package org.batonrelay.lead;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Reads a list row by row. Cells are texts and nothing else: what a spreadsheet would run as a formula is never run
 * here.
 */
final class ListReader {

    static final int MOST_ROWS = 20_000;

    private static final int MOST_COLUMNS = 200;

    private ListReader() {}

    /** How a list is laid out: what stands between its cells, and its headings. */
    record Layout(Delimiter delimiter, List<String> headings) {}

    /**
     * Looks through the whole list: whether every row can be read, and whether there are not too many.
     *
     * @throws UnreadableList saying in which row what is wrong
     */
    static Layout lookThrough(ListFile file) throws IOException {
        Delimiter delimiter = Delimiter.of(file);
        Counting counting = new Counting();
        read(file, delimiter, counting);
        if (counting.headings.stream().allMatch(String::isBlank)) {
            throw new UnreadableList("The first row is empty. It names the columns: name, email, organisation, …");
        }
        if (counting.rows == 0) {
            throw new UnreadableList("The list has no row below its headings.");
        }
        return new Layout(delimiter, counting.headings);
    }

    /** Every row below the headings that is not blank, in order. */
    static void rows(ListFile file, Layout layout, Consumer<ListRow> taker) throws IOException {
        read(file, layout.delimiter(), row -> {
            if (row.number() > 1 && !row.isBlank()) {
                taker.accept(row);
            }
        });
    }

    private static void read(ListFile file, Delimiter delimiter, Consumer<ListRow> taker) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter.letter())
                .setIgnoreEmptyLines(false) // rows are counted as a spreadsheet does
                .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
                .get();
        try (Reader letters = file.open(delimiter.noteLength());
                BoundedReader bounded = new BoundedReader(letters);
                CSVParser parser = CSVParser.parse(bounded, format)) {
            Iterator<CSVRecord> records = parser.iterator();
            for (int number = 1; next(records, bounded, number); number++) {
                taker.accept(new ListRow(number, cells(records.next())));
            }
        }
    }

    private static boolean next(Iterator<CSVRecord> records, BoundedReader bounded, int number) {
        bounded.nextRow();
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw fault(e, number);
        }
    }

    private static UnreadableList fault(RuntimeException e, int number) {
        String said = String.valueOf(e.getMessage());
        if (said.contains(BoundedReader.TOO_LONG)) {
            return new UnreadableList("Row " + number + " is longer than " + BoundedReader.LONGEST_ROW
                    + " characters. Is a quotation mark (\") opened there and never closed?");
        }
        if (said.contains("EOF")) {
            return new UnreadableList(
                    "Row " + number + " opens a quotation mark (\") that is never closed. Nothing was read.");
        }
        return new UnreadableList(
                "Row " + number + " cannot be read: after a closing quotation mark (\") something else"
                        + " than the end of the cell follows. Double the quotation marks inside a cell.");
    }

    private static List<String> cells(CSVRecord row) {
        return List.of(row.values());
    }

    /** Refuses more rows or columns than are taken at a time. */
    private static final class Counting implements Consumer<ListRow> {

        private List<String> headings = List.of();
        private int rows;

        @Override
        public void accept(ListRow row) {
            if (row.number() == 1) {
                headings = row.cells();
                if (headings.size() > MOST_COLUMNS) {
                    throw new UnreadableList("The list has more than " + MOST_COLUMNS + " columns.");
                }
            } else if (!row.isBlank()) {
                rows++;
            }
            if (rows > MOST_ROWS) {
                throw new UnreadableList(
                        "The list has more than %,d rows. Split it, and bring the parts in one after the other."
                                .formatted(MOST_ROWS));
            }
        }
    }
}
