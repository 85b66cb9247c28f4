package org.batonrelay.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.imports.ImportedRow.Result;
import org.batonrelay.lead.NewLead;
import org.jspecify.annotations.Nullable;

/**
 * A list of leads as its page shows it.
 * Long because all that the page shows of a list stands in one place.
 *
 * @param columns every column, with what it can be read as
 * @param readAs which heading is which field, in words
 * @param beside columns that count only where another is empty
 * @param missing what no column says and a lead must have, in words; empty for nothing
 * @param leftOut lines of the file that are not read
 * @param percent of the rows that could be started, how many are done
 * @param after the number of the last row shown, null when no more follow
 */
record ImportView(
        String id,
        String name,
        String state,
        String format,
        String when,
        List<Column> columns,
        List<String> readAs,
        String beside,
        String unread,
        String missing,
        String leftOut,
        int rows,
        Map<String, Integer> expected,
        Map<String, Integer> result,
        int done,
        int toDo,
        int percent,
        List<Row> shown,
        @Nullable Integer after,
        List<Row> bad,
        int badRows) {

    /**
     * A column of the list.
     *
     * @param name of the field of the form that settles it
     * @param field what it is read as, empty for not at all
     * @param sample what its first filled cell on this page says
     */
    record Column(String name, String heading, String field, String sample) {}

    /**
     * @param until the day before which nobody calls, as it was read; empty for none
     * @param result a word for the eye: what has become of it, or would
     */
    record Row(
            int number,
            String title,
            String email,
            String until,
            String kind,
            String result,
            @Nullable String reference,
            @Nullable String why) {

        static Row of(ImportedRow row) {
            NewLead lead = row.lead();
            return new Row(
                    row.number(),
                    lead == null
                            ? shortened(row.cells().stream()
                                    .filter(cell -> !cell.isBlank())
                                    .collect(Collectors.joining(", ")))
                            : lead.name() + ", " + lead.organisation(),
                    lead == null ? "" : lead.email(),
                    lead == null || lead.contactNotBefore() == null ? "" : WrittenDates.day(lead.contactNotBefore()),
                    row.shown().id(),
                    inWords(row),
                    row.reference(),
                    row.why());
        }

        private static String inWords(ImportedRow row) {
            return switch (row.shown()) {
                case WAITING, STARTED -> row.result() == Result.WAITING ? "starts" : "started";
                case MATCHED -> "known";
                case REFUSED -> "not taken";
                case FAILED -> "went wrong";
            };
        }
    }

    /** One of the latest lists. */
    record Line(String id, String name, String state, String when, int rows, Map<String, Integer> result) {

        static Line of(LeadImport made, Map<Result, Integer> counts, ZoneId zone) {
            return new Line(
                    made.id(),
                    made.fileName(),
                    words(made.state()),
                    time(made.madeAt(), zone) + ", " + made.madeBy(),
                    sum(counts),
                    all(counts));
        }
    }

    private static final Map<Character, String> DELIMITERS = Map.of(',', "comma", ';', "semicolon", '\t', "tab");
    private static final int LONGEST = 120;
    private static final int SAMPLE = 60;
    static final int PAGE = 25;

    static ImportView of(
            LeadImport made,
            Map<Result, Integer> expected,
            Map<Result, Integer> result,
            List<ImportedRow> shown,
            List<ImportedRow> bad,
            ZoneId zone) {
        Columns columns = made.columns();
        int rows = sum(expected);
        int toDo = rows - expected.getOrDefault(Result.REFUSED, 0);
        int done = toDo - result.getOrDefault(Result.WAITING, 0);
        Instant finished = made.finishedAt();
        return new ImportView(
                made.id(),
                made.fileName(),
                made.state().id(),
                made.charset() + ", " + DELIMITERS.getOrDefault(made.delimiter(), "?") + " between cells",
                finished == null
                        ? "brought in by " + made.madeBy() + " " + time(made.madeAt(), zone)
                        : "done " + time(finished, zone) + ", brought in by " + made.madeBy(),
                columns(columns, shown),
                columns.understood().entrySet().stream().map(ImportView::words).toList(),
                String.join(", ", columns.beside()),
                String.join(", ", columns.unread()),
                String.join(", ", columns.missing(ListedLead.needed(columns))),
                made.leftOut(),
                rows,
                all(expected),
                all(result),
                done,
                toDo,
                toDo == 0 ? 100 : (int) (100L * done / toDo),
                shown.stream().map(Row::of).toList(),
                shown.size() < PAGE ? null : shown.get(shown.size() - 1).number(),
                bad.stream().map(Row::of).toList(),
                result.getOrDefault(Result.REFUSED, 0) + result.getOrDefault(Result.FAILED, 0));
    }

    private static List<Column> columns(Columns columns, List<ImportedRow> shown) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns.headings().size(); i++) {
            int column = i;
            String field = columns.readAs().get(i);
            String sample = shown.stream()
                    .filter(row -> row.cells().size() > column)
                    .map(row -> row.cells().get(column).strip())
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse("");
            String heading = columns.headings().get(i).strip();
            all.add(new Column(
                    "column" + i,
                    heading.isEmpty() ? "(column " + (i + 1) + ")" : heading,
                    field == null ? "" : field,
                    sample.length() <= SAMPLE ? sample : sample.substring(0, SAMPLE) + "…"));
        }
        return all;
    }

    private static Map<String, Integer> all(Map<Result, Integer> counts) {
        return Map.of(
                "waiting", counts.getOrDefault(Result.WAITING, 0),
                "started", counts.getOrDefault(Result.STARTED, 0),
                "matched", counts.getOrDefault(Result.MATCHED, 0),
                "refused", counts.getOrDefault(Result.REFUSED, 0),
                "failed", counts.getOrDefault(Result.FAILED, 0));
    }

    private static int sum(Map<Result, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String words(Entry<String, String> heading) {
        return heading.getKey().equalsIgnoreCase(heading.getValue())
                ? heading.getKey()
                : heading.getKey() + " (" + heading.getValue() + ")";
    }

    private static String words(LeadImport.State state) {
        return switch (state) {
            case PREVIEWED -> "not started";
            case RUNNING -> "running";
            case DONE -> "done";
        };
    }

    private static String time(Instant at, ZoneId zone) {
        return WrittenDates.lately(at, zone);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
