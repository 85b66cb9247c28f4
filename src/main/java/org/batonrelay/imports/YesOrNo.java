package org.batonrelay.imports;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes or no as people and programs write it into a list. */
final class YesOrNo {

    private static final Set<String> YES = Set.of(
            "true",
            "yes",
            "y",
            "1",
            "1.0",
            "x",
            "ja",
            "j",
            "wahr",
            "on",
            "checked",
            "ticked",
            "selected",
            "t",
            "oui",
            "vrai",
            "si",
            "sí",
            "verdadero",
            "✓",
            "✔",
            "☑",
            "✅",
            "☒",
            "angekreuzt",
            "an",
            "ok",
            "opt-in",
            "opted in");
    private static final Set<String> NO = Set.of(
            "false",
            "no",
            "n",
            "0",
            "0.0",
            "nein",
            "falsch",
            "off",
            "unchecked",
            "unticked",
            "f",
            "non",
            "faux",
            "falso",
            "☐",
            "✗",
            "✘",
            "❌",
            "nicht angekreuzt",
            "aus",
            "opt-out",
            "opted out",
            "none",
            "never");

    private YesOrNo() {}

    /** Null for neither. */
    static @Nullable Boolean read(String text) {
        String word = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\ufe0f", "")
                .replaceFirst("[\\s,]+(please|bitte|thanks|danke|merci|gerne?)\\W*$", "")
                .replaceFirst("[.!]+$", "");
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }
}
