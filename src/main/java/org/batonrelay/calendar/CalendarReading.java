package org.batonrelay.calendar;

import java.util.List;

/**
 * What a calendar says, as far as it was understood.
 *
 * @param complete false for a file that was cut off: what is not in it may be there all the same
 */
public record CalendarReading(List<CalendarEntry> entries, List<Unread> unread, boolean complete) {

    /**
     * An entry that was not understood.
     *
     * @param label what people recognise it by
     * @param why the rest of a sentence about it
     */
    public record Unread(String uid, String label, String why) {}
}
