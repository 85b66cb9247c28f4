package org.batonrelay.lead;

import java.util.Locale;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/** A person on the client's side. */
public record Contact(
        String id,
        LeadReference reference,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String role,
        @Nullable String language,
        boolean main,
        boolean reachable) {

    /** The language that mails to this person are written in: German or else English. */
    public Locale locale() {
        return language != null && language.toLowerCase(Locale.ROOT).startsWith("de") ? Locale.GERMAN : Locale.ENGLISH;
    }
}
