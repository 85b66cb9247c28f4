package org.batonrelay.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why it is offered to whom it is, or was offered last.
 *
 * @param rule the id of the rule of {@code lead-routing} that fired
 * @param ruleSays what the process owner has written beside it
 * @param accountOwner who came before all rules, because the client's account is theirs
 * @param candidates who could have been offered it, where one of them was picked
 * @param chosen why this one of them; null where all were offered it
 * @param skipped who of the receiver was not offered it, and why
 */
record Routed(
        @Nullable String rule,
        @Nullable String ruleSays,
        @Nullable String accountOwner,
        @Nullable String receiver,
        List<String> candidates,
        @Nullable String offeredTo,
        @Nullable String chosen,
        Map<String, String> skipped) {

    /** From what is on record, oldest first. */
    static @Nullable Routed of(List<LedgerLine> timeline) {
        Map<String, Object> routed = last(timeline, "lead.routed");
        Map<String, Object> offered = last(timeline, "handoff.offered", "handoff.parked");
        if (routed.isEmpty() && offered.isEmpty()) {
            return null;
        }
        return new Routed(
                text(routed.get("rule")),
                text(routed.get("ruleSays")),
                text(routed.get("accountOwner")),
                text(offered.getOrDefault("receiver", routed.get("receiver"))),
                candidates(offered),
                text(offered.get("offeredTo")),
                text(offered.get("chosen")),
                offered.get("skipped") instanceof Map<?, ?> skipped ? texts(skipped) : Map.of());
    }

    private static List<String> candidates(Map<String, Object> offered) {
        Object offeredTo = offered.get("offeredTo");
        return offered.get("candidates") instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : offeredTo == null ? List.of() : List.of(offeredTo.toString().split(","));
    }

    private static Map<String, Object> last(List<LedgerLine> timeline, String... types) {
        return timeline.stream()
                .filter(line -> List.of(types).contains(line.type()))
                .reduce((earlier, later) -> later)
                .map(LedgerLine::detail)
                .orElse(Map.of());
    }

    private static Map<String, String> texts(Map<?, ?> skipped) {
        Map<String, String> texts = new LinkedHashMap<>();
        skipped.forEach((who, why) -> texts.put(String.valueOf(who), String.valueOf(why)));
        return texts;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
