package org.batonrelay.accounts;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A country as the routing knows it. */
public final class Region {

    private static final List<Locale> SPELLINGS = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);

    private Region() {}

    /** Two letters (DE) for a country that is known by them or by its name; else as it was written. */
    public static @Nullable String of(@Nullable String country) {
        if (country == null) {
            return null;
        }
        for (String code : Locale.getISOCountries()) {
            Locale known = new Locale("", code);
            boolean named = code.equalsIgnoreCase(country)
                    || SPELLINGS.stream()
                            .anyMatch(it -> known.getDisplayCountry(it).equalsIgnoreCase(country));
            if (named) {
                return code;
            }
        }
        return country;
    }
}
