package org.batonrelay.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A language as people and programs write it: by its code, or by its name in itself or another language. */
public final class LanguageName {

    private static final List<Locale> SPELLINGS =
            List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.ITALIAN, new Locale("es"), new Locale("nl"));
    private static final Map<String, String> NAMES = names();

    private LanguageName() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale language = new Locale(code);
            SPELLINGS.forEach(it -> names.putIfAbsent(plain(language.getDisplayLanguage(it)), code));
            names.putIfAbsent(plain(language.getDisplayLanguage(language)), code);
            names.putIfAbsent(language.getISO3Language(), code);
        }
        names.put("ger", "de");
        names.put("fre", "fr");
        names.put("dut", "nl");
        names.put("eng", "en");
        names.put("dt", "de");
        names.put("engl", "en");
        return names;
    }

    /** A code such as {@code de} or {@code en-GB}; null where the text is blank or names no language. */
    public static @Nullable String read(String text) {
        String told = text.strip();
        if (told.matches("[A-Za-z]{2}([-_][A-Za-z0-9]{2,8})*")) {
            return List.of(Locale.getISOLanguages())
                            .contains(told.substring(0, 2).toLowerCase(Locale.ROOT))
                    ? told
                    : null;
        }
        String bare = told.replaceFirst("[(\\[,/;_-].*$", "").strip();
        return bare.isEmpty() ? null : NAMES.get(plain(bare));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
