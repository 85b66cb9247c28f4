package org.batonrelay.baton;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes from the texts of a card, or of whatever else a form shows, what a form would take for markup: much of it was
 * written by strangers, and forms show it as Markdown. Written as entities, which Markdown shows as the character
 * itself.
 */
public final class CardText {

    private static final String MARKUP = "&<>`*[]#!|~\\";

    /** Shown in the title of a group, which knows no markup, or in HTML, for which forms escape by themselves. */
    private static final Set<String> NOT_IN_MARKDOWN =
            Set.of("reference", "organisation", "flags", "passReason", "leaveOut");

    private static final int NO_BREAK = 160;

    private CardText() {}

    public static Map<String, Object> harmless(Map<String, Object> card) {
        Map<String, Object> harmless = new LinkedHashMap<>();
        card.forEach((name, value) -> harmless.put(name, harmless(name, value)));
        return harmless;
    }

    private static Object harmless(@Nullable Object name, Object value) {
        return name instanceof String key && NOT_IN_MARKDOWN.contains(key) ? value : harmless(value);
    }

    private static Object harmless(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> harmless = new LinkedHashMap<>();
            map.forEach((name, inner) -> harmless.put(name, inner == null ? null : harmless(name, inner)));
            return harmless;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CardText::harmless).toList();
        }
        return value instanceof String text ? harmless(text) : value;
    }

    private static String harmless(String text) {
        StringBuilder harmless = new StringBuilder();
        boolean lineStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t';
            boolean begins = lineStart && (blank && text.contains("\n") || beginsBlock(text, i)) || endsNumber(text, i);
            if (MARKUP.indexOf(c) >= 0 || begins) {
                harmless.append("&#").append(blank ? NO_BREAK : (int) c).append(';');
            } else {
                harmless.append(c);
            }
            lineStart = c == '\n' || c == '\r' || lineStart && blank;
        }
        return harmless.toString();
    }

    /** "- " and "+ " begin a list, a line of dashes makes a heading of the one above it: the next lines are drawn into them. */
    private static boolean beginsBlock(String text, int at) {
        if ("-+=_".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        String line = text.substring(at, end);
        return line.matches("[-+]\\s.*") || text.contains("\n") && line.matches("[-=_\\s]+");
    }

    /** "1." and "2)" at the beginning of a line make a list of it. */
    private static boolean endsNumber(String text, int at) {
        boolean ends = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        if (!ends || text.charAt(at) != '.' && text.charAt(at) != ')') {
            return false;
        }
        int first = at;
        while (first > 0 && at - first < 10 && Character.isDigit(text.charAt(first - 1))) {
            first--;
        }
        int before = first - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return first < at && (before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r');
    }
}
