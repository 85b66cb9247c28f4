package org.batonrelay.relay;

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
        text.chars().forEach(c -> {
            if (MARKUP.indexOf(c) < 0) {
                harmless.append((char) c);
            } else {
                harmless.append("&#").append(c).append(';');
            }
        });
        return harmless.toString();
    }
}
