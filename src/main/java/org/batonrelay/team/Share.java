package org.batonrelay.team;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a group gives batons to its people, and what part of them one person takes, as the decision
 * {@code lead-assignment} says.
 *
 * @param weight how much more often than somebody of weight 1 their turn comes
 * @param cap how many batons they have at most, held and offered to them; null for no limit
 */
public record Share(Mode mode, int weight, @Nullable Integer cap) {

    public enum Mode {
        /** All of the group are offered it; whoever is first takes it. */
        POOL,
        /** One of them in turn, by weight. */
        ROUND_ROBIN,
        /** The one with the fewest batons for their weight. */
        LEAST_BUSY;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Mode of(String id) {
            for (Mode mode : values()) {
                if (mode.id().equals(id)) {
                    return mode;
                }
            }
            throw new IllegalArgumentException(
                    "lead-assignment: the mode '" + id + "' is none of pool, round-robin, least-busy");
        }
    }

    /** @throws IllegalArgumentException with a sentence when weight or cap make no sense */
    static Share of(Map<String, @Nullable Object> outputs) {
        Integer weight = number(outputs.get("weight"));
        Integer cap = number(outputs.get("cap"));
        if (weight != null && weight < 1) {
            throw new IllegalArgumentException("lead-assignment: a weight of " + weight
                    + " would never come to their turn; write 1 or more, or take them out of the group");
        }
        if (cap != null && cap < 1) {
            throw new IllegalArgumentException("lead-assignment: a cap of " + cap
                    + " would leave them without any baton for ever; leave it empty for no limit, or take them out of"
                    + " the group");
        }
        return new Share(Mode.of(String.valueOf(outputs.get("mode"))), weight == null ? 1 : weight, cap);
    }

    public boolean isFull(int batons) {
        return cap != null && batons >= cap;
    }

    /** @param plenty what counts as room where there is no limit */
    public int room(int batons, int plenty) {
        return cap == null ? plenty : Math.max(0, cap - batons);
    }

    private static @Nullable Integer number(@Nullable Object value) {
        return value == null ? null : ((Number) value).intValue();
    }
}
