package org.batonrelay.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.batonrelay.lead.Headings;

/**
 * Reads a list row by row. Cells are texts and nothing else: what a spreadsheet would run as a formula is never run
 * here.
 * Long because all that a list may begin and end with is told in one place.
 */
final class ListReader {

    static final int MOST_ROWS = 20_000;

    private static final int MOST_COLUMNS = 200;

    private ListReader() {}

    /** A title and the like may stand above the headings. */
    private static final int DEEPEST_HEADINGS = 12;

    private static final int LONGEST_ECHO = 60;
    private static final Pattern SUM = Pattern.compile(
            "(?iu)^\\W*(grand total|totals?|sum|summe|gesamt(summe)?|anzahl|count|records?"
                    + "|rows|zeilen|datensätze|exported|export|erstellt|generated|report|confidential|copyright|©|seite|page)\\b.*");

    /**
     * How a list is laid out.
     *
     * @param headingRow the number of the row with the headings
     * @param lastRow the number of the last row that is one of the list
     * @param leftOut what stands above and below and is not read, in words; empty for nothing
     */
    record Layout(Delimiter delimiter, List<String> headings, int headingRow, int lastRow, String leftOut) {}

    /**
     * Looks through the whole list: whether every row can be read, and whether there are not too many.
     *
     * @throws UnreadableList saying in which row what is wrong
     */
    static Layout lookThrough(ListFile file, Headings kind) throws IOException {
        Delimiter delimiter = Delimiter.of(file, kind);
        Beginning beginning = new Beginning(kind);
        try {
            read(file, delimiter, beginning);
        } catch (Enough e) {
            // the headings stand at the top or nowhere
        }
        ListRow headings = beginning.headings();
        Counting counting = new Counting(headings);
        read(file, delimiter, counting);
        if (counting.rows == 0) {
            throw new UnreadableList("The list has no row below its headings.");
        }
        return new Layout(delimiter, headings.cells(), headings.number(), counting.lastRow, counting.leftOut());
    }

    /** Every row below the headings that is not blank, in order. */
    static void rows(ListFile file, Layout layout, Consumer<ListRow> taker) throws IOException {
        read(file, layout.delimiter(), row -> {
            if (row.number() > layout.headingRow() && row.number() <= layout.lastRow() && !row.isBlank()) {
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

    /** All that can hold headings has been read. */
    private static final class Enough extends RuntimeException {

        Enough() {
            super("enough", null, false, false);
        }
    }

    /** Finds the headings among the first rows. */
    private static final class Beginning implements Consumer<ListRow> {

        private final Headings kind;
        private final List<ListRow> rows = new ArrayList<>();

        Beginning(Headings kind) {
            this.kind = kind;
        }

        @Override
        public void accept(ListRow row) {
            if (!row.isBlank()) {
                rows.add(row);
            }
            if (row.number() >= DEEPEST_HEADINGS) {
                throw new Enough();
            }
        }

        /** The first row that names two fields and the address; else two fields; else the first with two cells. */
        ListRow headings() {
            if (rows.isEmpty()) {
                throw new UnreadableList("The first row is empty. It names the columns: name, email, organisation, …");
            }
            return rows.stream()
                    .filter(row -> fields(row).size() > 1 && fields(row).contains("email"))
                    .findFirst()
                    .or(() ->
                            rows.stream().filter(row -> fields(row).size() > 1).findFirst())
                    .or(() -> rows.stream().filter(row -> filled(row) > 1).findFirst())
                    .orElse(rows.get(0));
        }

        private Set<String> fields(ListRow row) {
            return row.cells().stream()
                    .flatMap(cell -> Optional.ofNullable(kind.meantBy(ListCell.read(cell))).stream())
                    .collect(Collectors.toSet());
        }
    }

    private static long filled(ListRow row) {
        return row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    /** Refuses more rows or columns than are taken at a time, and finds where the list ends. */
    private static final class Counting implements Consumer<ListRow> {

        private final ListRow headings;
        private final List<String> above = new ArrayList<>();
        private final List<String> below = new ArrayList<>();
        private int rows;
        private int lastRow;

        Counting(ListRow headings) {
            this.headings = headings;
            if (headings.cells().size() > MOST_COLUMNS) {
                throw new UnreadableList("The list has more than " + MOST_COLUMNS + " columns.");
            }
        }

        @Override
        public void accept(ListRow row) {
            if (row.isBlank()) {
                return;
            }
            if (row.number() < headings.number()) {
                above.add(echo(row));
            } else if (row.number() > headings.number() && isOfList(row)) {
                rows += 1 + below.size(); // what looked like the end was none
                lastRow = row.number();
                below.clear();
            } else if (row.number() > headings.number()) {
                below.add(echo(row));
            }
            if (rows + below.size() > MOST_ROWS) {
                throw new UnreadableList(
                        "The list has more than %,d rows. Split it, and bring the parts in one after the other."
                                .formatted(MOST_ROWS));
            }
        }

        /** A sum or a note below the list fills a cell or two, and has no address. */
        private boolean isOfList(ListRow row) {
            String first = row.cells().stream()
                    .filter(cell -> !cell.isBlank())
                    .findFirst()
                    .orElse("");
            boolean address = row.cells().stream()
                    .anyMatch(cell -> cell.contains("@") && !cell.strip().contains(" "));
            long filled = filled(row);
            boolean sentence = filled == 1
                    && filled(headings) > 2
                    && !row.cells().get(0).isBlank()
                    && first.strip().matches("(?s).*[\\s\\d©].*");
            boolean note = sentence || filled <= 3 && SUM.matcher(first).matches();
            return address || !note;
        }

        String leftOut() {
            return Stream.of(words(above, "above the headings"), words(below, "below the list"))
                    .filter(it -> !it.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private static String words(List<String> lines, String where) {
            if (lines.isEmpty()) {
                return "";
            }
            return (lines.size() == 1 ? "A line " : lines.size() + " lines ") + where
                    + (lines.size() == 1 ? " is" : " are") + " not read: "
                    + lines.stream().limit(3).collect(Collectors.joining(", ")) + (lines.size() > 3 ? ", …" : "") + ".";
        }

        private static String echo(ListRow row) {
            String text = row.cells().stream()
                    .filter(cell -> !cell.isBlank())
                    .collect(Collectors.joining(" "))
                    .replaceAll("\\s+", " ")
                    .strip();
            return "“" + (text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…") + "”";
        }
    }
}
