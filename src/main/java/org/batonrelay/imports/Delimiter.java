package org.batonrelay.imports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.lead.Headings;

/**
 * What stands between the cells of a list: the one of comma, semicolon, tab and bar that its first row has most of, or
 * what a note for Excel above it says ({@code sep=;}).
 *
 * @param noteLength how many letters of such a note come before the first row
 */
record Delimiter(char letter, int noteLength) {

    private static final char[] KNOWN = {',', ';', '\t', '|'};
    private static final int DEEPEST_HEADINGS = 12;
    private static final int LONGEST_HEADINGS = 20_000;
    private static final Pattern NOTE = Pattern.compile("(?i)\"?sep=([,;\\t|])\"?\\r?\\n");

    static Delimiter of(ListFile file, Headings kind) throws IOException {
        String start = start(file);
        Matcher note = NOTE.matcher(start);
        return note.lookingAt()
                ? new Delimiter(note.group(1).charAt(0), note.end())
                : new Delimiter(betweenHeadings(start, kind).orElseGet(() -> mostSeen(start)), 0);
    }

    /** The one that parts the first line which then names two fields: above it there may be a title. */
    private static Optional<Character> betweenHeadings(String start, Headings kind) {
        for (String line : start.lines().limit(DEEPEST_HEADINGS).toList()) {
            long most = 1;
            Optional<Character> best = Optional.empty();
            for (char letter : KNOWN) {
                long named = cells(line, letter).stream()
                        .flatMap(cell -> Optional.ofNullable(kind.meantBy(cell)).stream())
                        .distinct()
                        .count();
                best = named > most ? Optional.of(letter) : best;
                most = Math.max(most, named);
            }
            if (best.isPresent()) {
                return best;
            }
        }
        return Optional.empty();
    }

    private static List<String> cells(String line, char letter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char each : line.toCharArray()) {
            quoted ^= each == '"';
            if (each == letter && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (each != '"') {
                cell.append(each);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Within quotation marks nothing is a delimiter. */
    private static char mostSeen(String start) {
        int[] seen = new int[KNOWN.length];
        boolean quoted = false;
        for (char letter : start.toCharArray()) {
            if (!quoted
                    && (letter == '\n' || letter == '\r')
                    && Arrays.stream(seen).sum() > 0) {
                break;
            }
            quoted ^= letter == '"';
            for (int known = 0; known < KNOWN.length; known++) {
                seen[known] += !quoted && letter == KNOWN[known] ? 1 : 0;
            }
        }
        int best = 0;
        for (int known = 1; known < KNOWN.length; known++) {
            best = seen[known] > seen[best] ? known : best;
        }
        return KNOWN[best];
    }

    private static String start(ListFile file) throws IOException {
        try (Reader letters = file.open()) {
            char[] start = new char[LONGEST_HEADINGS];
            int read = 0;
            for (int more = 0; more >= 0 && read < start.length; read += Math.max(more, 0)) {
                more = letters.read(start, read, start.length - read);
            }
            return new String(start, 0, read);
        }
    }
}
