package org.batonrelay.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is about to be appended; time and id are the ledger's to give. */
public record NewEntry(
        LeadReference reference,
        EntryType type,
        @Nullable String actor,
        @Nullable String leg,
        @Nullable String exchange,
        Map<String, Object> detail) {

    public static NewEntry of(LeadReference reference, EntryType type) {
        return new NewEntry(reference, type, null, null, null, Map.of());
    }

    /** Who did it, where it is not whoever is logged in: a client, say. */
    public NewEntry by(String actor) {
        return new NewEntry(reference, type, actor, leg, exchange, detail);
    }

    public NewEntry leg(@Nullable String leg) {
        return new NewEntry(reference, type, actor, leg, exchange, detail);
    }

    public NewEntry exchange(@Nullable String exchange) {
        return new NewEntry(reference, type, actor, leg, exchange, detail);
    }

    /** Adds to the detail; a value of null is left out. */
    public NewEntry with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(detail);
        more.put(name, value);
        return new NewEntry(reference, type, actor, leg, exchange, more);
    }
}
