package org.batonrelay.support;

import java.math.BigDecimal;
import org.batonrelay.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a helper has to know before they say yes.
 *
 * @param part what they shall do in the meeting
 * @param goal what the meeting is to reach
 * @param leaveOut what not to go into
 * @param minutes how long their part takes
 */
record Briefing(String part, String goal, String leaveOut, int minutes) {

    private static final int LONGEST = 1000;
    private static final int LONGEST_PART = 480;

    /** @throws Refusal when something of it is missing: nobody joins a meeting unprepared */
    static Briefing of(
            @Nullable String part, @Nullable String goal, @Nullable String leaveOut, @Nullable String minutes) {
        return new Briefing(
                said("Their part", part),
                said("Goal of the meeting", goal),
                said("Do not go into", leaveOut),
                minutes(minutes));
    }

    private static String said(String label, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Refusal(label + ": please say it. Nobody is asked to join a meeting without a briefing.");
        }
        if (text.length() > LONGEST) {
            throw new Refusal(label + ": please say it in at most " + LONGEST + " characters.");
        }
        return text.strip();
    }

    private static int minutes(@Nullable String text) {
        try {
            int minutes = new BigDecimal(text == null ? "" : text.strip()).intValueExact();
            if (minutes >= 1 && minutes <= LONGEST_PART) {
                return minutes;
            }
        } catch (ArithmeticException | NumberFormatException noWholeNumber) {
            // the sentence below says it
        }
        throw new Refusal("Minutes: how long does their part take? A whole number up to " + LONGEST_PART + ".");
    }
}
