package org.batonrelay.calendar;

import java.util.List;

/**
 * When nobody of a team works, whatever the weekday.
 *
 * @param team a group id; empty for everybody whose team has no calendar of its own
 * @param whose the country and its part as they are set: {@code de-by}
 * @param days of twelve months, the next first
 * @param advice sentences on what may be missing
 */
public record TeamHolidays(String team, String whose, List<Holiday> days, List<String> advice) {}
