package org.batonrelay.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An interest as somebody reports it, on whatever channel; the field names are those of {@code POST /api/leads}. */
public record NewLead(
        String name,
        String email,
        String organisation,
        @Nullable String phone,
        @Nullable String role,
        @Nullable String country,
        @Nullable String language,
        @Nullable String segment,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String message,
        @Nullable String knows,
        @Nullable String spokenWith,
        @Nullable String needs,
        @Nullable LocalDate contactNotBefore,
        @Nullable Boolean wantsContact) {

    /** The same without spaces around; a blank text is none. */
    public NewLead tidied() {
        return new NewLead(
                name.strip(),
                email.strip(),
                organisation.strip(),
                tidy(phone),
                tidy(role),
                tidy(country),
                tidy(language),
                tidy(segment),
                tidy(source),
                tidy(campaign),
                tidy(message),
                tidy(knows),
                tidy(spokenWith),
                tidy(needs),
                contactNotBefore,
                wantsContact);
    }

    boolean isHandRaiser() {
        return Boolean.TRUE.equals(wantsContact);
    }

    private static @Nullable String tidy(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}
