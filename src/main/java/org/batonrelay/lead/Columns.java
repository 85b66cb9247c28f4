package org.batonrelay.lead;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which column of a list is which field; capitals, spaces and hyphens in a heading do not matter. */
final class Columns {

    /** What a kind of list can tell: each field, and how people head its column. */
    static final class Kind {

        private final Map<String, String> fields = new LinkedHashMap<>();

        Kind field(String field, String... headings) {
            fields.put(plain(field), field);
            Arrays.stream(headings).forEach(heading -> fields.put(plain(heading), field));
            return this;
        }
    }

    private static final int MOST_NAMED = 10;

    private final List<String> headings;
    private final List<@Nullable String> readAs;

    private Columns(List<String> headings, List<@Nullable String> readAs) {
        this.headings = headings;
        this.readAs = readAs;
    }

    /** @throws UnreadableList when two columns are the same field */
    static Columns of(List<String> headings, Kind kind) {
        List<@Nullable String> readAs = new ArrayList<>();
        Map<String, String> taken = new LinkedHashMap<>();
        for (String heading : headings) {
            String field = kind.fields.get(plain(heading));
            String other = field == null ? null : taken.put(field, heading);
            if (other != null) {
                throw new UnreadableList("The columns \"" + other.strip() + "\" and \"" + heading.strip()
                        + "\" both say the " + field + ": keep one of them.");
            }
            readAs.add(field);
        }
        return new Columns(List.copyOf(headings), readAs);
    }

    /** @throws UnreadableList naming the fields of which there is no column */
    void require(Set<String> fields) {
        Set<String> missing = new LinkedHashSet<>(fields);
        missing.removeAll(readAs);
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

    boolean has(String field) {
        return readAs.contains(field);
    }

    /** What the row says, by field; an empty cell says nothing. */
    Map<String, String> read(ListRow row) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(readAs.size(), row.cells().size()); i++) {
            String field = readAs.get(i);
            String cell = SafeCell.unguarded(row.cells().get(i)).strip();
            if (field != null && !cell.isEmpty()) {
                said.put(field, cell);
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

    /** The headings that are read, each with its field. */
    Map<String, String> understood() {
        Map<String, String> understood = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String field = readAs.get(i);
            if (field != null) {
                understood.put(headings.get(i).strip(), field);
            }
        }
        return understood;
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String shortened(String heading) {
        return heading.length() <= 40 ? heading : heading.substring(0, 40) + "…";
    }
}
