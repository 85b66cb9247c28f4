package org.batonrelay.calendar;

import java.util.List;
import java.util.Optional;

/**
 * An entry of a calendar during which somebody is not free.
 *
 * @param label what people recognise it by
 * @param times at which it takes place
 */
public record CalendarEntry(
        String uid,
        String label,
        String summary,
        List<CalendarPerson> attendees,
        Optional<CalendarPerson> organizer,
        List<EntryTime> times) {}
