package org.batonrelay.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.lead.MailAddress;

/** What a cell says, without what programs put around it. */
final class ListCell {

    /** Words of programs for "nothing". */
    private static final Set<String> NOTHING = Set.of(
            "-",
            "--",
            "---",
            "–",
            "—",
            "n/a",
            "#n/a",
            "#nv",
            "null",
            "(null)",
            "undefined",
            "nan",
            "(not set)",
            "(blank)",
            "(leer)",
            "k.a.",
            "k. a.");

    private static final Pattern AS_TEXT = Pattern.compile("^=\"([^\"]*)\"$");
    private static final Pattern EDGES = Pattern.compile(
            "^[\\s\\u00a0\\u2007\\u202f\\u3000\\u200b\\u2060\\ufeff]+|[\\s\\u00a0\\u2007\\u202f\\u3000\\u200b\\u2060\\ufeff]+$");
    private static final Pattern CUT_NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE]\\+?\\d{1,3}");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("<\\s*(?:mailto:)?([^<>\\s]+@[^<>\\s]+)\\s*>", Pattern.CASE_INSENSITIVE);

    private ListCell() {}

    /** Empty where it says nothing. */
    static String read(String cell) {
        String bare = trimmed(SafeCell.unguarded(trimmed(cell)));
        Matcher asText = AS_TEXT.matcher(bare);
        String said = asText.matches() ? trimmed(asText.group(1)) : bare;
        return NOTHING.contains(said.toLowerCase(java.util.Locale.ROOT)) ? "" : said;
    }

    private static String trimmed(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    /** The address in a cell such as {@code Pat <pat@dorn.example>} or {@code mailto:pat@dorn.example}; the first of several. */
    static String address(String cell) {
        if (MailAddress.read(cell).isPresent()) {
            return cell;
        }
        Matcher brackets = IN_BRACKETS.matcher(cell);
        if (brackets.find() && MailAddress.read(brackets.group(1)).isPresent()) {
            return brackets.group(1);
        }
        return addresses(cell).stream().findFirst().orElse(cell);
    }

    /** All addresses of a cell that holds nothing else. */
    static List<String> addresses(String cell) {
        List<String> parts = Arrays.stream(cell.split("[\\s,;|]+|\\s*:::\\s*"))
                .map(part -> part.replaceFirst("(?i)^(mailto|e):", "").replaceFirst("\\?.*$", ""))
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.stream().allMatch(part -> MailAddress.read(part).isPresent()) ? parts : List.of();
    }

    /** Without the marks of advertising platforms ({@code p:+49…}) and of spreadsheets ({@code 4930123.0}). */
    static String phone(String cell) {
        return cell.replaceFirst("(?i)^(p|tel|phone|callto):\\s*", "").replaceFirst("^(\\+?\\d{5,})\\.0$", "$1");
    }

    /** Whether a spreadsheet has cut the number's digits off: {@code 4.91701E+11}. */
    static boolean isCutNumber(String cell) {
        return CUT_NUMBER.matcher(cell).matches();
    }
}
