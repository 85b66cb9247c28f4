package org.batonrelay.summary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.batonrelay.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A summary as a rep has typed it.
 *
 * @param alsoTo addresses of further contacts that shall get it
 */
record Draft(
        Headings headings,
        LocalDate nextStepOn,
        List<PromiseLines.Line> promises,
        boolean announced,
        List<String> alsoTo) {

    private static final int LONGEST_PROMISE = 1000;

    /**
     * Reads the fields of the forms write-summary and revise-summary.
     *
     * @throws Refusal when what no summary can be without is missing, or nobody can read it
     */
    static Draft of(Function<String, @Nullable Object> field) {
        List<PromiseLines.Line> promises = PromiseLines.read(text(field, "promises"));
        promises.stream()
                .filter(it -> it.what().length() > LONGEST_PROMISE)
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal("Promises: a promise is one line of at most " + LONGEST_PROMISE
                            + " characters; this one is longer: " + it.what().substring(0, 40) + "…");
                });
        return new Draft(
                new Headings(
                        required(field, "currentSituation", "Current situation"),
                        text(field, "businessPriorities"),
                        text(field, "competition"),
                        text(field, "timeline"),
                        text(field, "decisionProcess"),
                        required(field, "nextSteps", "Next steps")),
                date(required(field, "nextStepOn", "Date of the next step")),
                promises,
                Boolean.TRUE.equals(field.apply("announced")),
                addresses(text(field, "alsoTo")));
    }

    /** Whether it says the same as this version under every heading, and adds no promise. */
    boolean saysTheSameAs(Summary summary) {
        return summary.headings().equals(headings) && summary.nextStepOn().equals(nextStepOn) && promises.isEmpty();
    }

    private static List<String> addresses(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,;\\s]+"))
                        .flatMap(it -> it.isBlank() ? Stream.empty() : Stream.of(it))
                        .toList();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw new Refusal("Date of the next step: '" + text + "' is no date. Write it as 2026-12-24.");
        }
    }

    private static String required(Function<String, @Nullable Object> field, String name, String label) {
        String text = text(field, name);
        if (text == null) {
            throw new Refusal(label + " is missing. A summary needs the current situation, the next steps and a date.");
        }
        return text;
    }

    private static @Nullable String text(Function<String, @Nullable Object> field, String name) {
        Object value = field.apply(name);
        return value == null ? null : Headings.trimmed(value.toString());
    }
}
