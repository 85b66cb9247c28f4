package org.batonrelay.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What programs say in mails, in the languages of those who read them: {@code mail-words/*.txt} holds regular
 * expressions, one a line, in sections. So a language is added without touching code.
 */
final class MailWords {

    private static final int LOOSE =
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.MULTILINE;

    private final Map<String, StringBuilder> sections = new HashMap<>();

    private MailWords() {}

    static MailWords read(String file) {
        MailWords words = new MailWords();
        StringBuilder section = new StringBuilder();
        for (String line :
                text("/mail-words/" + file).lines().map(String::strip).toList()) {
            if (line.startsWith("[") && line.endsWith("]") && !line.contains("\\")) {
                section = new StringBuilder();
                words.sections.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.append(section.isEmpty() ? "" : "|").append(line.replaceAll(" (?![?*])", "\\\\s+"));
            }
        }
        return words;
    }

    /** Any of a section's expressions; a blank in them stands for any number of them. */
    Pattern any(String section) {
        return in(section, "", "");
    }

    /** The same between what has to come before it and what has to follow. */
    Pattern in(String section, String before, String after) {
        StringBuilder words = Objects.requireNonNull(sections.get(section), section);
        return Pattern.compile(before + "(?:" + words + ")" + after, LOOSE);
    }

    /** As these expressions are written: apostrophes and combined letters are of one kind. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u2019', '\'')
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    private static String text(String resource) {
        try (InputStream file = Objects.requireNonNull(MailWords.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
