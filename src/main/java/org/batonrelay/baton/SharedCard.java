package org.batonrelay.baton;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.lead.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The card with nothing on it but what is shared. What is left out stays as an empty place of its kind, so that every
 * form still opens; a part that nobody has given a name to share it by is left out.
 */
public final class SharedCard {

    private static final Set<String> ALWAYS = Set.of("reference", "organisation", "holderSince");

    /** By which field's name each part is shared. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("holder", "colleagues"),
            Map.entry("flagged", "flags"),
            Map.entry("flags", "flags"),
            Map.entry("passedUnderYellow", "flags"),
            Map.entry("contact", "contacts"),
            Map.entry("contacts", "contacts"),
            Map.entry("nextStep", "nextStep"),
            Map.entry("nextStepOn", "nextStep"),
            Map.entry("promises", "promises"),
            Map.entry("summary", "summary"),
            Map.entry("confirmedSummary", "summary"),
            Map.entry("notes", "notes"),
            Map.entry("returned", "return"),
            Map.entry("return", "return"),
            Map.entry("meetings", "meetings"),
            Map.entry("legal", "contract"),
            Map.entry("request", "contract"),
            Map.entry("legalNote", "contract"),
            Map.entry("contractName", "contract"),
            Map.entry("contractLink", "contract"),
            Map.entry("wroteSince", "messages"),
            Map.entry("answers", "notes"));

    private static final Set<String> OURS = Set.of("owner", "keeper", "author", "by");
    private static final String OUR_TEAM = "our team";

    private static final Map<String, String> NOBODY =
            Map.of("name", "Contact not shared", "email", "-", "phone", "-", "role", "-");

    private SharedCard() {}

    public static Map<String, Object> of(Map<String, Object> card, Shared shared) {
        if (shared.everything()) {
            return card;
        }
        Map<String, Object> seen = new LinkedHashMap<>();
        card.forEach((part, value) -> {
            String field = NAMES.get(part);
            Object shown = part.equals("facts")
                    ? facts(value, shared)
                    : part.equals("offer")
                            ? offer(value, shared)
                            : ALWAYS.contains(part) || field != null && shared.shows(field)
                                    ? unnamed(value, shared)
                                    : emptied(part, value);
            if (part.equals("holder") && shared.held()) {
                seen.put(part, "you");
            } else if (shown != null) {
                seen.put(part, shown);
            }
        });
        return seen;
    }

    /** Without the names of our people, and of who of the client's has answered, unless these are shared as well. */
    private static Object unnamed(Object value, Shared shared) {
        if (value instanceof List<?> list) {
            return list.stream().map(it -> unnamed(it, shared)).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, Object> seen = new LinkedHashMap<>();
        map.forEach((name, text) -> seen.put(
                name,
                OURS.contains(name) && !shared.shows("colleagues") && !"client".equals(text)
                        ? OUR_TEAM
                        : "answeredBy".equals(name) && !shared.shows("contacts") ? "" : text));
        return seen;
    }

    private static Map<Object, Object> facts(Object facts, Shared shared) {
        Map<Object, Object> seen = new LinkedHashMap<>();
        ((Map<?, ?>) facts).forEach((name, value) -> {
            if (shared.shows(String.valueOf(name))) {
                seen.put(name, value);
            } else if (Facts.PROVENANCE.contains(name)) {
                seen.put(name, Shared.HIDDEN);
            }
        });
        return seen;
    }

    private static Map<Object, Object> offer(Object offer, Shared shared) {
        Map<Object, Object> seen = new LinkedHashMap<>();
        ((Map<?, ?>) offer).forEach((name, value) -> {
            switch (String.valueOf(name)) {
                case "exchange", "offeredAt", "takeBy", "state" -> seen.put(name, value);
                case "from", "to" -> seen.put(name, shared.shows("colleagues") ? value : OUR_TEAM);
                case "passReason" -> seen.put(name, shared.shows("flags") ? value : "");
                default -> seen.put(name, "");
            }
        });
        seen.computeIfPresent("to", (name, to) -> to.equals(OUR_TEAM) ? "you" : to);
        return seen;
    }

    private static @Nullable Object emptied(String part, Object value) {
        if (part.equals("contact")) {
            return NOBODY;
        }
        if (part.equals("nextStep")) {
            return Shared.HIDDEN;
        }
        if (part.equals("holder")) {
            return OUR_TEAM;
        }
        if (value instanceof List<?>) {
            return List.of();
        }
        if (value instanceof Boolean) {
            return false;
        }
        return value instanceof String ? "" : null;
    }
}
