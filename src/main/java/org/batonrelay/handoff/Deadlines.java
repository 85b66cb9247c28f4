package org.batonrelay.handoff;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.batonrelay.engine.decision.Outputs;
import org.jspecify.annotations.Nullable;

/**
 * What the decision {@code handoff-deadlines} says of one offer: ISO 8601 durations, null for never; the last one counts
 * from when the managers are asked. Travels from the decision to the offer as one readable text, because every process
 * variable costs the engine four statements.
 */
record Deadlines(
        @Nullable String remindEvery,
        @Nullable String widenAfter,
        @Nullable String backupGroup,
        @Nullable String escalateAfter,
        String managerGroup,
        @Nullable String dropAfter,
        String calendar,
        @Nullable String tellClientAfter) {

    private static final String NEVER = "-";

    /** @throws IllegalArgumentException when the decision names no manager group or no calendar */
    static Deadlines of(Map<String, Object> outputs) {
        return new Deadlines(
                Outputs.text(outputs, "remindEvery"),
                Outputs.text(outputs, "widenAfter"),
                Outputs.text(outputs, "backupGroup"),
                Outputs.text(outputs, "escalateAfter"),
                required(outputs, "managerGroup"),
                Outputs.text(outputs, "dropAfter"),
                required(outputs, "calendar"),
                Outputs.text(outputs, "tellClientAfter"));
    }

    static Deadlines of(String written) {
        String[] words = written.split(" ", -1);
        return new Deadlines(
                word(words[0]),
                word(words[1]),
                word(words[2]),
                word(words[3]),
                words[4],
                word(words[5]),
                words[6],
                words.length > 7 ? word(words[7]) : null); // an offer of before, that knows nothing of it
    }

    /** Remind, widen, backup group, escalate, manager group, drop, calendar, tell the client. */
    @Override
    public String toString() {
        return Arrays.asList(
                        remindEvery,
                        widenAfter,
                        backupGroup,
                        escalateAfter,
                        managerGroup,
                        dropAfter,
                        calendar,
                        tellClientAfter)
                .stream()
                .map(it -> it == null ? NEVER : it)
                .collect(Collectors.joining(" "));
    }

    List<String> durations() {
        return Arrays.asList(remindEvery, widenAfter, escalateAfter, dropAfter, tellClientAfter).stream()
                .filter(it -> it != null)
                .toList();
    }

    private static @Nullable String word(String written) {
        return written.equals(NEVER) ? null : written;
    }

    private static String required(Map<String, Object> outputs, String name) {
        String value = Outputs.text(outputs, name);
        if (value == null) {
            throw new IllegalArgumentException("the column " + name + " is empty");
        }
        return value;
    }
}
