package org.batonrelay.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.batonrelay.calendar.CalendarSettings.HolidaySettings;
import org.jspecify.annotations.Nullable;

/** The days on which nobody of a team works although the week says so. */
class Holidays {

    private final @Nullable HolidayManager country;
    private final String[] region;
    private final Set<String> kept;
    private final Set<LocalDate> closedOn;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    /** @param where the setting that a complaint names */
    Holidays(String where, HolidaySettings settings, List<LocalDate> closedOn) {
        this.country = settings.country().equals("none") ? null : country(where, settings.country());
        this.region = settings.region() == null || settings.region().isBlank()
                ? new String[0]
                : settings.region().toLowerCase(Locale.ROOT).split("-");
        this.kept = settings.except().stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replace(' ', '_'))
                .collect(Collectors.toSet());
        this.closedOn = Set.copyOf(closedOn);
        refuseUnknown(where, settings);
    }

    boolean isOne(LocalDate date) {
        return closedOn.contains(date)
                || years.computeIfAbsent(date.getYear(), this::datesOf).contains(date);
    }

    private Set<LocalDate> datesOf(int year) {
        return publicHolidays(year).stream()
                .filter(holiday -> !kept.contains(name(holiday)))
                .map(holiday -> holiday.getObservedDate().orElse(holiday.getActualDate()))
                .collect(Collectors.toSet());
    }

    private Set<Holiday> publicHolidays(int year) {
        return country == null ? Set.of() : country.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region);
    }

    /** Jollyday's {@code christian.EASTER_MONDAY} is EASTER_MONDAY to people. */
    private static String name(Holiday holiday) {
        String key = holiday.getPropertiesKey();
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static HolidayManager country(String where, String country) {
        String code = country.toLowerCase(Locale.ROOT);
        if (!HolidayManager.getSupportedCalendarCodes().stream().anyMatch(code::equalsIgnoreCase)) {
            throw new BadCalendar(where + ".holidays.country is '" + country
                    + "': write a country's two letters such as de, or none for no public holidays.");
        }
        return HolidayManager.getInstance(ManagerParameters.create(code));
    }

    private void refuseUnknown(String where, HolidaySettings settings) {
        CalendarHierarchy part = country == null ? null : country.getCalendarHierarchy();
        for (String step : region) {
            part = part == null ? null : part.getChildren().get(step);
            if (part == null) {
                throw new BadCalendar(where + ".holidays.region is '" + settings.region() + "', which the country '"
                        + settings.country() + "' does not have.");
            }
        }
        // some holidays fall only on some years
        Set<String> names = IntStream.range(0, 10)
                .mapToObj(ahead -> publicHolidays(Year.now().getValue() + ahead))
                .flatMap(Set::stream)
                .map(Holidays::name)
                .collect(Collectors.toCollection(TreeSet::new));
        kept.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new BadCalendar(where + ".holidays.except names '" + name
                    + "', which is no public holiday there; there are " + String.join(", ", names) + ".");
        });
    }
}
