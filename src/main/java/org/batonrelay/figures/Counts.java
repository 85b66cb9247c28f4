package org.batonrelay.figures;

import java.util.EnumMap;
import java.util.Map;

/** How many of each figure; of one that nothing was counted for there are none. */
record Counts(Map<Counted, Long> counted) {

    static final Counts NONE = new Counts(Map.of());

    long of(Counted figure) {
        return counted.getOrDefault(figure, 0L);
    }

    Counts plus(Counts other) {
        Map<Counted, Long> sum = new EnumMap<>(Counted.class);
        sum.putAll(counted);
        other.counted.forEach((figure, count) -> sum.merge(figure, count, Long::sum));
        return new Counts(sum);
    }
}
