package org.batonrelay.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.batonrelay.lead.Headings;
import org.batonrelay.lead.LeadHeadings;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a list is which field. Several columns may say the same thing: the first that is filled counts, and
 * of texts nothing is left out.
 */
final class Columns {

    private static final int MOST_NAMED = 10;

    /** Whatever people have written there is kept. */
    private static final Set<String> TEXTS = LeadHeadings.TEXTS;

    private final List<String> headings;
    private final List<@Nullable String> readAs;

    private Columns(List<String> headings, List<@Nullable String> readAs) {
        this.headings = headings;
        this.readAs = readAs;
    }

    /** As the headings say. */
    static Columns of(List<String> headings, Headings kind) {
        List<@Nullable String> readAs = new ArrayList<>();
        headings.forEach(heading -> readAs.add(kind.meantBy(heading)));
        return new Columns(List.copyOf(headings), readAs);
    }

    /** As somebody has settled; a column that they left out is not read. */
    static Columns assigned(List<String> headings, List<@Nullable String> readAs) {
        List<@Nullable String> all = new ArrayList<>(readAs.subList(0, Math.min(readAs.size(), headings.size())));
        while (all.size() < headings.size()) {
            all.add(null);
        }
        return new Columns(List.copyOf(headings), all);
    }

    /** @throws UnreadableList naming the fields of which there is no column */
    void require(Set<String> fields) {
        Set<String> missing = missing(fields);
        if (!missing.isEmpty()) {
            throw new UnreadableList("The first row names the columns. There is none for "
                    + String.join(", ", missing) + "; there are "
                    + headings.stream()
                            .limit(MOST_NAMED)
                            .map(it -> "\"" + shortened(it.strip()) + "\"")
                            .collect(Collectors.joining(", "))
                    + (headings.size() > MOST_NAMED ? ", …" : "") + ".");
        }
    }

    Set<String> missing(Set<String> fields) {
        Set<String> missing = new LinkedHashSet<>(fields);
        missing.removeAll(readAs);
        return missing;
    }

    boolean has(String field) {
        return readAs.contains(field);
    }

    /** What the row says, by field; an empty cell says nothing. */
    Map<String, String> read(ListRow row) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(readAs.size(), row.cells().size()); i++) {
            String field = readAs.get(i);
            String cell = ListCell.read(row.cells().get(i));
            if (field == null || cell.isEmpty()) {
                continue;
            }
            String known = said.get(field);
            if (known == null) {
                said.put(field, cell);
            } else if (TEXTS.contains(field) && !known.contains(cell)) {
                said.put(field, known + "\n\n" + headings.get(i).strip() + ": " + cell);
            }
        }
        return said;
    }

    /** Whether the row has more cells than there are headings: some text in it holds the delimiter. */
    boolean isTooWide(ListRow row) {
        return row.cells().stream().skip(headings.size()).anyMatch(cell -> !cell.isBlank());
    }

    List<String> headings() {
        return headings;
    }

    /** The field of each column, null for one that is not read. */
    List<@Nullable String> readAs() {
        return readAs;
    }

    /** Headings that no field goes by; what stands below them is not read. */
    List<String> unread() {
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (readAs.get(i) == null && !headings.get(i).isBlank()) {
                unread.add(shortened(headings.get(i).strip()));
            }
        }
        return unread;
    }

    /** Of the columns that say the same thing, those that count only where the ones before them are empty. */
    List<String> beside() {
        List<String> beside = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String field = readAs.get(i);
            int first = field == null ? i : readAs.indexOf(field);
            if (first < i && !TEXTS.contains(String.valueOf(field))) {
                beside.add("\"" + shortened(headings.get(i).strip()) + "\" only where \""
                        + shortened(headings.get(first).strip()) + "\" is empty");
            }
        }
        return beside;
    }

    /** The headings that are read, each with its field. */
    Map<String, String> understood() {
        Map<String, String> understood = new LinkedHashMap<>();
        IntStream.range(0, headings.size())
                .filter(i -> readAs.get(i) != null)
                .forEach(i -> understood.put(headings.get(i).strip(), Objects.requireNonNull(readAs.get(i))));
        return understood;
    }

    private static String shortened(String heading) {
        return heading.length() <= 40 ? heading : heading.substring(0, 40) + "…";
    }
}
