package org.batonrelay.inbound;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batonrelay.correspondence.Correspondence;
import org.jspecify.annotations.Nullable;

/**
 * A summary as a rep mails it: each heading on a line of its own or before a colon, in English or German, in any order,
 * some of them left out. The keys are the names of the fields of {@code write-summary}.
 */
final class SixHeadings {

    private static final int ENOUGH = 3;
    private static final int LONGEST = 4000;
    private static final Map<String, List<String>> LABELS = labels();
    private static final Pattern DATE_BEHIND = Pattern.compile(",?\\s*(by|until|on|bis|am)\\s*:?\\s*(.+)");
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "uuuu-MM-dd",
                    "d.M.uuuu",
                    "d MMMM uuuu",
                    "MMMM d, uuuu",
                    "d. MMMM uuuu",
                    "EEE d MMM uuuu",
                    "EEE, d. MMM uuuu")
            .flatMap(pattern -> Stream.of(Locale.ENGLISH, Locale.GERMAN)
                    .map(language -> new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(pattern)
                            .toFormatter(language)))
            .toList();

    private SixHeadings() {}

    /** Empty unless at least three of the headings are there, with the situation or the next steps among them. */
    static Optional<Map<String, String>> read(String text) {
        Map<String, StringBuilder> found = new LinkedHashMap<>();
        @Nullable String at = null;
        for (String line : text.lines().toList()) {
            Optional<Heading> heading = heading(line);
            if (heading.isPresent()) {
                at = heading.get().field();
                found.computeIfAbsent(at, it -> new StringBuilder())
                        .append(heading.get().rest());
                heading.get().date().ifPresent(it -> found.put("nextStepOn", new StringBuilder(it.toString())));
            } else if (at != null) {
                found.computeIfAbsent(at, it -> new StringBuilder())
                        .append("\n")
                        .append(line);
            }
        }
        long headings = found.keySet().stream()
                .filter(it -> !it.equals("nextStepOn") && !it.equals("promises"))
                .count();
        boolean enough =
                headings >= ENOUGH && (found.containsKey("currentSituation") || found.containsKey("nextSteps"));
        return enough ? Optional.of(fields(found)) : Optional.empty();
    }

    private static Map<String, String> fields(Map<String, StringBuilder> found) {
        Map<String, String> fields = new LinkedHashMap<>();
        found.forEach((field, text) -> {
            String said = Correspondence.cut(text.toString().strip(), LONGEST - 1);
            if (field.equals("nextStepOn")) {
                date(said).ifPresent(day -> fields.put(field, day.toString()));
            } else if (!said.isEmpty()) {
                fields.put(field, said);
            }
        });
        return fields;
    }

    private record Heading(String field, String rest, Optional<LocalDate> date) {}

    private static Optional<Heading> heading(String line) {
        String plain = line.replaceAll("[*_#]", "")
                .replaceFirst("^\\s*(\\d+[.)]|-)?\\s*", "")
                .strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, List<String>> field : LABELS.entrySet()) {
            for (String label : field.getValue()) {
                if (lower.startsWith(label)) {
                    String behind = plain.substring(label.length()).strip();
                    if (behind.isEmpty() || behind.startsWith(":")) {
                        return Optional.of(
                                new Heading(field.getKey(), behind.replaceFirst("^:\\s*", ""), Optional.empty()));
                    }
                    Matcher date = DATE_BEHIND.matcher(behind);
                    if (field.getKey().equals("nextSteps") && date.matches()) {
                        return Optional.of(new Heading(field.getKey(), "", date(date.group(2))));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text.strip().replaceFirst("[.:]$", ""), format));
            } catch (DateTimeException notThisFormat) {
                // the next one, or none
            }
        }
        return Optional.empty();
    }

    /** A longer label before a shorter one that it begins with. */
    private static Map<String, List<String>> labels() {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        labels.put(
                "nextStepOn", List.of("date of the next step", "next step on", "nächster schritt am", "date", "datum"));
        labels.put(
                "currentSituation",
                List.of(
                        "current situation",
                        "situation",
                        "aktuelle lage",
                        "aktuelle situation",
                        "ausgangslage",
                        "what was set up",
                        "was eingerichtet ist"));
        labels.put(
                "businessPriorities",
                List.of("business priorities", "priorities", "geschäftliche prioritäten", "prioritäten"));
        labels.put("competition", List.of("competition", "competitors", "wettbewerber", "wettbewerb", "mitbewerb"));
        labels.put(
                "timeline",
                List.of(
                        "timeline",
                        "time line",
                        "timing",
                        "zeitplan",
                        "zeitrahmen",
                        "known issues",
                        "bekannte probleme"));
        labels.put(
                "decisionProcess",
                List.of(
                        "decision process",
                        "decision-making process",
                        "entscheidungsprozess",
                        "entscheidungsweg",
                        "who answers you now",
                        "who answers now",
                        "wer ihnen jetzt antwortet",
                        "wer jetzt antwortet"));
        labels.put(
                "nextSteps",
                List.of(
                        "next steps",
                        "next step",
                        "nächste schritte",
                        "nächster schritt",
                        "what is open",
                        "was noch offen ist",
                        "was offen ist"));
        labels.put(
                "promises",
                List.of("what we promised each other", "what was promised", "promises", "zusagen", "versprochen"));
        return labels;
    }
}
