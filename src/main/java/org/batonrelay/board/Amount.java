package org.batonrelay.board;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much a deal is worth, as an address says it: {@code 10000}, {@code 10000-50000}, {@code 10000-}, {@code -50000} or
 * {@code unknown}.
 *
 * @param from at least, in euros; null for any
 * @param to at most
 * @param known false where no value is known
 */
record Amount(@Nullable Long from, @Nullable Long to, boolean known) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,15})?-(\\d{1,15})?|(\\d{1,15})");

    /** @throws IllegalArgumentException for what is no amount */
    static Amount of(String said) {
        if (said.equals(LeadFilter.UNKNOWN)) {
            return new Amount(null, null, false);
        }
        Matcher range = RANGE.matcher(said);
        if (!range.matches() || said.equals("-")) {
            throw new IllegalArgumentException("no amount: " + said);
        }
        Long from = number(range.group(3) == null ? range.group(1) : range.group(3));
        Long to = number(range.group(2));
        if (from != null && to != null && from > to) {
            throw new IllegalArgumentException("the wrong way round: " + said);
        }
        return new Amount(from, to, true);
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }
}
