package org.batonrelay.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of an iCalendar file (RFC 5545, section 3.1).
 *
 * @param name in capital letters
 * @param parameters by their names in capital letters, without quotes
 */
record IcsLine(String name, Map<String, String> parameters, String value) {

    private static final Pattern NAME = Pattern.compile("\\s*([A-Za-z0-9-]+)(?=[;:])");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^\";:]*)(?:,\"[^\"]*\")*)");

    /** Some programs write a zone with colons and without quotes, so that the value begins with the date. */
    private static final Pattern BEFORE_A_DATE = Pattern.compile(";\\s*([A-Za-z0-9-]+)=(\"[^\"]*\"|[^\";]*)");

    private static final Pattern DATE = Pattern.compile(":(?=\\d{4}-?\\d{2}-?\\d{2})");
    private static final Set<String> DATED = Set.of("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE");

    /** The lines of a file, unfolded; what is no line is left out. */
    static List<IcsLine> read(byte[] file) {
        // a line may be folded inside a letter, so the letters are read after it is whole again
        String bytes = new String(file, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("\n[ \t]", "");
        return text(bytes.getBytes(StandardCharsets.ISO_8859_1))
                .lines()
                .map(IcsLine::line)
                .flatMap(Optional::stream)
                .toList();
    }

    String parameter(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }

    /** The value as people read it. */
    String text() {
        return value.replaceAll("\\\\[nN]", " ")
                .replaceAll("\\\\(.)", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Optional<IcsLine> line(String line) {
        Matcher name = NAME.matcher(line.startsWith("\uFEFF") ? line.substring(1) : line);
        if (!name.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        String rest = line.substring(line.indexOf(name.group(1)) + name.group(1).length());
        Matcher date = DATE.matcher(rest);
        boolean dated = DATED.contains(name.group(1).toUpperCase(Locale.ROOT)) && date.find();
        Matcher parameter = (dated ? BEFORE_A_DATE : PARAMETER).matcher(dated ? rest.substring(0, date.start()) : rest);
        int at = 0;
        while (parameter.find(at) && parameter.start() == at) {
            parameters.put(
                    parameter.group(1).toUpperCase(Locale.ROOT),
                    parameter.group(2).replace("\"", "").strip());
            at = parameter.end();
        }
        int colon = dated ? date.start() : rest.indexOf(':', at);
        return colon < 0
                ? Optional.empty()
                : Optional.of(new IcsLine(
                        name.group(1).toUpperCase(Locale.ROOT),
                        Map.copyOf(parameters),
                        rest.substring(colon + 1).strip()));
    }

    /** UTF-8, as the standard says; what is none was written by a program that knows no standard. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
