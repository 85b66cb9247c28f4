package org.batonrelay.mail;

/** Makes of whatever a stranger has typed a text that shows, and does nothing else. */
public final class Escape {

    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private Escape() {}

    /** Markdown that reads as this very text; its line breaks stay line breaks and cannot begin a heading or list. */
    static String markdown(String text) {
        StringBuilder markdown = new StringBuilder();
        visible(text).strip().codePoints().forEach(c -> {
            if (c == '\n' || PUNCTUATION.indexOf(c) >= 0) {
                markdown.append('\\');
            }
            markdown.appendCodePoint(c);
        });
        return markdown.toString();
    }

    /** One line for a header: a line break in it would end the header and begin another. */
    public static String oneLine(String text) {
        return visible(text).replaceAll("\\s+", " ").strip();
    }

    /** Without control characters, and without those that turn the direction of writing round to hide something. */
    private static String visible(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\u202A-\\u202E\\u2066-\\u2069]", "");
    }
}
