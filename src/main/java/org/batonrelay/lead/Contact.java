package org.batonrelay.lead;

import java.util.Locale;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * A person on the client's side.
 *
 * @param reachable false once mail to them has come back
 * @param wantsAutomaticMail false once they have said that they want no mail that no person wrote
 */
public record Contact(
        String id,
        LeadReference reference,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String role,
        @Nullable String language,
        boolean main,
        boolean reachable,
        boolean wantsAutomaticMail) {

    /** The language that mails to this person are written in: German or else English. */
    public Locale locale() {
        return language != null && language.toLowerCase(Locale.ROOT).startsWith("de") ? Locale.GERMAN : Locale.ENGLISH;
    }
}
