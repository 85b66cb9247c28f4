package org.batonrelay.reading;

/** Text with marks of its own (RFC 1896), as a page of HTML. */
final class EnrichedText {

    private EnrichedText() {}

    /** One line break is none; of several, one less counts. */
    static String page(String enriched) {
        return enriched.replaceAll("(?is)<param>.*?</param>", "")
                .replace("<<", "&lt;")
                .replaceAll("(?i)</?(excerpt)>", "\n\n")
                .replaceAll("(?i)</?[a-z][a-z0-9-]*>", "")
                .replaceAll("(?<!\\n)\\n(?!\\n)", " ")
                .replaceAll("\\n(\\n+)", "$1")
                .replace("\n", "<br>");
    }
}
