package org.batonrelay.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A country's public holidays as Jollyday knows them, with our corrections.
 *
 * @param jollyday null for a country that only the corrections know
 */
record PublicHolidays(@Nullable HolidayManager jollyday, HolidayCorrections corrections) {

    private static final PublicHolidays NONE = new PublicHolidays(null, new HolidayCorrections(List.of(), List.of()));

    /** @param where the setting that a complaint names */
    static PublicHolidays of(String where, String country) {
        String code = country.strip().toLowerCase(Locale.ROOT);
        if (code.equals("none")) {
            return NONE;
        }
        HolidayCorrections corrections = HolidayCorrections.of(code);
        boolean known = HolidayManager.getSupportedCalendarCodes().stream().anyMatch(code::equalsIgnoreCase);
        if (!known && corrections.isEmpty()) {
            throw new BadCalendar(where + ".holidays.country is '" + country
                    + "': write a country's two letters such as de, or none for no public holidays.");
        }
        return new PublicHolidays(
                known ? HolidayManager.getInstance(ManagerParameters.create(code)) : null, corrections);
    }

    /** Those of the country and, where regions are named, of these parts of it. */
    List<Holiday> in(int year, String... region) {
        Stream<Holiday> theirs = jollyday == null
                ? Stream.of()
                : read(jollyday.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region));
        return corrected(theirs, year, corrections.also(), corrections.except());
    }

    /** Whatever day has a name anywhere in the country, public holiday or not. */
    List<Holiday> anywhereIn(int year) {
        List<Holiday> all = new ArrayList<>(in(year));
        if (jollyday != null) {
            read(jollyday.getHolidays(Year.of(year))).forEach(all::add);
            leaves(new String[0], jollyday.getCalendarHierarchy())
                    .forEach(region ->
                            read(jollyday.getHolidays(Year.of(year), region)).forEach(all::add));
        }
        return all.stream().distinct().toList();
    }

    /** Whether the country has that part. */
    boolean has(String... region) {
        return region.length == 0 || part(region) != null;
    }

    /** What the parts of this part have on other days than these, by name, each with the parts that have it. */
    Map<String, Set<String>> onlyInPartsOf(int year, Set<LocalDate> here, String... region) {
        Map<String, Set<String>> more = new LinkedHashMap<>();
        CalendarHierarchy part = part(region);
        if (part != null) {
            for (String child : new TreeSet<>(part.getChildren().keySet())) {
                in(year, with(region, child)).stream()
                        .filter(holiday -> !here.contains(holiday.date()))
                        .forEach(holiday -> more.computeIfAbsent(holiday.name(), name -> new TreeSet<>())
                                .add(child));
            }
        }
        return more;
    }

    Set<String> partsOf(String... region) {
        CalendarHierarchy part = part(region);
        return part == null ? Set.of() : new TreeSet<>(part.getChildren().keySet());
    }

    static List<Holiday> corrected(
            Stream<Holiday> days, int year, List<WrittenHoliday> also, List<WrittenHoliday> except) {
        Stream<Holiday> kept = days.filter(day -> except.stream().noneMatch(it -> it.means(day)));
        Stream<Holiday> added = also.stream()
                .flatMap(it ->
                        it.in(year).map(date -> new Holiday(date, WrittenHoliday.key(it.name()), it.name())).stream());
        return Stream.concat(kept, added).toList();
    }

    private static Stream<Holiday> read(Set<de.focus_shift.jollyday.core.Holiday> holidays) {
        return holidays.stream()
                .map(it -> new Holiday(
                        it.getObservedDate().orElse(it.getActualDate()),
                        WrittenHoliday.key(it.getPropertiesKey()),
                        it.getDescription(Locale.ENGLISH)));
    }

    private static List<String[]> leaves(String[] region, CalendarHierarchy part) {
        List<String[]> all = new ArrayList<>();
        part.getChildren().forEach((name, child) -> {
            String[] deeper = with(region, name);
            all.add(deeper);
            all.addAll(leaves(deeper, child));
        });
        return all;
    }

    private @Nullable CalendarHierarchy part(String... region) {
        CalendarHierarchy part = jollyday == null ? null : jollyday.getCalendarHierarchy();
        for (String step : region) {
            part = part == null ? null : part.getChildren().get(step);
        }
        return part;
    }

    private static String[] with(String[] region, String child) {
        String[] deeper = Arrays.copyOf(region, region.length + 1);
        deeper[region.length] = child;
        return deeper;
    }
}
