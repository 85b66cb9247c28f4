package org.batonrelay.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How some numbers lie.
 *
 * @param n how many there are; of fewer than five nobody should conclude much
 * @param p90 nine of ten are no greater; null, as the median, where there are none
 */
record Spread(int n, @Nullable Double median, @Nullable Double p90) {

    static Spread of(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int n = sorted.size();
        if (n == 0) {
            return new Spread(0, null, null);
        }
        double median = n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
        return new Spread(n, rounded(median), rounded(sorted.get((int) Math.ceil(0.9 * n) - 1)));
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
