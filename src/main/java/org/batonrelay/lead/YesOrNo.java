package org.batonrelay.lead;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes or no as people write it into a list. */
final class YesOrNo {

    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "ja", "j", "wahr");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "nein", "falsch");

    private YesOrNo() {}

    /** Null for neither. */
    static @Nullable Boolean read(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }
}
