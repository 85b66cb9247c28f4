package org.batonrelay.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.batonrelay.calendar.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** The rows of {@code onboarding-plan} that fit a lead, in phases; the first phase first. */
record PlanTemplate(List<Phase> phases) {

    /** @param opensAfter the phase that is decided before this one begins; null: it begins at once */
    record Phase(int number, @Nullable Integer opensAfter, List<Item> items) {}

    /**
     * @param side {@code us} or {@code client}
     * @param dueAfter ISO 8601, counted from the beginning of the phase
     * @param kind {@code kickoff}, or null
     */
    record Item(
            String what,
            String side,
            String dueAfter,
            @Nullable String kind) {}

    static final String KICKOFF = "kickoff";

    private static final int LONGEST = 1000;

    /**
     * A table of the time before there were phases has one phase.
     *
     * @throws IllegalArgumentException with a sentence for the process owner, when there is no such plan
     */
    static PlanTemplate of(List<Map<String, @Nullable Object>> rows, BusinessCalendar hours) {
        SortedMap<Integer, List<Item>> items = new TreeMap<>();
        SortedMap<Integer, Integer> gates = new TreeMap<>();
        for (Map<String, @Nullable Object> row : rows) {
            Item item = item(row, hours);
            int phase = number(row, "phase", 1);
            items.computeIfAbsent(phase, number -> new ArrayList<>()).add(item);
            int after = number(row, "opensAfter", 0);
            Integer before = after == 0 ? null : gates.putIfAbsent(phase, after);
            require(
                    before == null || before == after,
                    "phase " + phase + " opens after phase " + before + " in one row and after phase " + after
                            + " in another. Say the same in each row of it");
        }
        List<Phase> phases = new ArrayList<>();
        items.forEach((phase, itsItems) -> phases.add(new Phase(phase, gate(phase, gates, items.keySet()), itsItems)));
        return new PlanTemplate(phases);
    }

    /** Of one row by itself, which says nothing of phases that other rows may bring. */
    static void tryRow(Map<String, @Nullable Object> row, BusinessCalendar hours) {
        item(row, hours);
        number(row, "phase", 1);
        number(row, "opensAfter", 0);
    }

    private static @Nullable Integer gate(int phase, Map<Integer, Integer> gates, Set<Integer> phases) {
        if (phase == 1) {
            require(!gates.containsKey(1), "phase 1 opens after phase " + gates.get(1) + ". It begins at once");
            return null;
        }
        int after = gates.getOrDefault(phase, phase - 1);
        require(
                after < phase,
                "phase " + phase + " opens after phase " + after + ", so it would wait for itself for ever. Name an"
                        + " earlier phase, or none for the one before");
        require(
                phases.contains(after),
                "phase " + phase + " opens after phase " + after + ", which has nothing in it for this client. Number"
                        + " the phases without a gap, or say in 'opensAfter' which one it waits for");
        return after;
    }

    private static Item item(Map<String, @Nullable Object> row, BusinessCalendar hours) {
        String what = text(row, "what");
        require(
                !what.isEmpty() && what.length() <= LONGEST,
                "a row does not say in at most 1,000 characters what is done");
        String side = text(row, "side");
        require(
                side.equals("us") || side.equals("client"),
                "'" + what + "' is done by '" + side + "'. Write us or client");
        String dueAfter = text(row, "dueAfter");
        hours.due(Instant.EPOCH, dueAfter, "business", "");
        String kind = text(row, "kind");
        require(
                kind.isEmpty() || kind.equals(KICKOFF),
                "'" + what + "' is of the kind '" + kind + "'. Write kickoff or nothing");
        // the client's word alone would end it, whatever is undecided
        require(kind.isEmpty() || side.equals("us"), "'" + what + "' is the kickoff, which we see to. Write us");
        return new Item(what, side, dueAfter, kind.isEmpty() ? null : kind);
    }

    private static int number(Map<String, @Nullable Object> row, String output, int otherwise) {
        String text = text(row, output);
        if (text.isEmpty()) {
            return otherwise;
        }
        require(
                text.matches("[1-9]\\d{0,3}"),
                "'" + text(row, "what") + "' has '" + text + "' in '" + output + "'. Write a whole number from 1 on");
        return Integer.parseInt(text);
    }

    private static String text(Map<String, @Nullable Object> row, String output) {
        Object value = row.get(output);
        return value == null ? "" : String.valueOf(value).strip();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("onboarding-plan: " + sentence + ".");
        }
    }
}
