package org.batonrelay.baton;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of a lead that somebody sees.
 *
 * @param fields by their names in the decision {@code partner-sharing}
 * @param held whether they hold it
 * @param everything whether they are of the house
 */
public record Shared(Set<String> fields, boolean held, boolean everything) {

    /** What stands where something is not shared: nobody takes it for unknown. */
    public static final String HIDDEN = "not shared";

    static final Shared EVERYTHING = new Shared(Set.of(), false, true);

    /** By which field's name each word of a notice is shared; every other text of it stays in the house. */
    private static final Map<String, String> WORDS = SharedFields.withFacts(Map.ofEntries(
            Map.entry("who", "contacts"),
            Map.entry("contact", "contacts"),
            Map.entry("people", "contacts"),
            Map.entry("nextStep", "nextStep"),
            Map.entry("message", "messages"),
            Map.entry("said", "messages"),
            Map.entry("text", "messages"),
            Map.entry("subject", "messages"),
            Map.entry("what", "messages"),
            Map.entry("proposed", "messages"),
            Map.entry("noted", "summary"),
            Map.entry("promised", "promises"),
            Map.entry("news", "messages"),
            Map.entry("files", "files"),
            Map.entry("sentBack", "sentBack"),
            Map.entry("giver", "colleagues"),
            Map.entry("by", "colleagues"),
            Map.entry("holder", "colleagues"),
            Map.entry("asked", "colleagues")));

    /** Of the exchange itself, or written to the reader. */
    private static final Set<String> NO_SECRETS = Set.of(
            "organisation",
            "reference",
            "exchange",
            "receiver",
            "takeBy",
            "reason",
            "note",
            "question",
            "answer",
            "when",
            "link",
            "page",
            "task",
            "tasklist",
            "chat");

    public boolean shows(String field) {
        return everything || fields.contains(field);
    }

    /** A notice's model with nothing in it but what is shared. */
    public Map<String, Object> words(Map<String, ?> model) {
        Map<String, Object> words = new LinkedHashMap<>();
        model.forEach((name, value) -> words.put(name, isShown(name, value) ? value : hidden(value)));
        return words;
    }

    private boolean isShown(String name, Object value) {
        String field = WORDS.get(name);
        return everything
                || value instanceof Boolean
                || value instanceof Number
                || NO_SECRETS.contains(name)
                || field != null && fields.contains(field);
    }

    private static Object hidden(Object value) {
        return value instanceof Collection<?> ? List.of() : HIDDEN;
    }

    public String or(String field, String text) {
        return shows(field) ? text : HIDDEN;
    }
}
