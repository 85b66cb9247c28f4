package org.batonrelay.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.batonrelay.calendar.CalendarSettings.HolidaySettings;
import org.batonrelay.calendar.CalendarSettings.Team;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calendars of all teams, made once from the settings so that a bad one stops the start. */
class TeamCalendars {

    private static final String STANDARD_HOURS = "09:00-17:00";
    private static final String STANDARD_ZONE = "Europe/Berlin";
    private static final Team NOTHING_SAID = new Team(null, Map.of(), null, List.of());

    private static final Logger LOG = LoggerFactory.getLogger(TeamCalendars.class);

    private final TeamCalendar standard;
    private final Map<String, TeamCalendar> teams = new HashMap<>();

    /** By team, the default's under none. */
    private final SortedMap<String, Holidays> holidays = new TreeMap<>();

    TeamCalendars(CalendarSettings settings) {
        standard = read("", settings.standard(), NOTHING_SAID);
        settings.teams().forEach((team, own) -> teams.put(team, read(team, own, settings.standard())));
    }

    /** What a house may have forgotten, where it has said what its holidays are. */
    void advise(CalendarSettings settings, LocalDate today) {
        holidays.forEach((team, days) -> {
            Team own = team.isEmpty() ? settings.standard() : settings.teams().get(team);
            if (own != null && own.holidays() != null) {
                days.advice(today).forEach(LOG::warn);
            }
        });
    }

    /** The holidays of every team that has a calendar of its own, and of all others under no name. */
    SortedMap<String, Holidays> holidays() {
        return holidays;
    }

    /** A team without hours of its own has the default ones. */
    TeamCalendar of(String team) {
        return teams.getOrDefault(team, standard);
    }

    private TeamCalendar read(String team, Team own, Team otherwise) {
        String where = "baton.calendar." + (team.isEmpty() ? "default" : "teams." + team);
        Holidays days =
                new Holidays(where, first(own.holidays(), otherwise.holidays(), germany()), closedOn(own, otherwise));
        holidays.put(team, days);
        return new TeamCalendar(
                zone(where, first(own.zone(), otherwise.zone(), STANDARD_ZONE)),
                OpeningHours.read(where, hours(own, otherwise)),
                days::isOne);
    }

    private static Map<DayOfWeek, String> hours(Team own, Team otherwise) {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, day.compareTo(DayOfWeek.SATURDAY) < 0 ? STANDARD_HOURS : "");
        }
        hours.putAll(otherwise.hours());
        hours.putAll(own.hours());
        return hours;
    }

    private static List<LocalDate> closedOn(Team own, Team otherwise) {
        List<LocalDate> dates = new ArrayList<>(otherwise.closedOn());
        dates.addAll(own.closedOn());
        return dates;
    }

    private static ZoneId zone(String where, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new BadCalendar(
                    where + ".zone is '" + name + "', which is no time zone; write one such as Europe/Berlin.");
        }
    }

    private static HolidaySettings germany() {
        return new HolidaySettings("de", null, List.of(), List.of());
    }

    private static <T> T first(@Nullable T own, @Nullable T otherwise, T standard) {
        return own != null ? own : otherwise != null ? otherwise : standard;
    }
}
