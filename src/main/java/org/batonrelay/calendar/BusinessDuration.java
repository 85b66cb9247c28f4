package org.batonrelay.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;

/** An ISO 8601 duration in its two parts: {@code P1DT2H} is one day, then two hours. */
record BusinessDuration(long days, Duration time) {

    private static final long LONGEST = 3650;

    /** @throws IllegalArgumentException with a sentence when it cannot be read, is negative or longer than ten years */
    static BusinessDuration parse(String text) {
        String iso = text.strip().toUpperCase(Locale.ROOT);
        int t = iso.indexOf('T');
        String dayPart = t < 0 ? iso : iso.substring(0, t);
        try {
            Duration days = dayPart.equals("P") && t > 0 ? Duration.ZERO : Duration.parse(dayPart);
            Duration time = t < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(t));
            if (!days.isNegative() && !time.isNegative() && days.plus(time).toDays() <= LONGEST) {
                return new BusinessDuration(days.toDays(), time);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below, in words
        }
        throw new IllegalArgumentException(
                "'" + text
                        + "' is no duration: write PT4H for four hours, P1D for one day or P1DT2H for both, of ten years at most");
    }
}
