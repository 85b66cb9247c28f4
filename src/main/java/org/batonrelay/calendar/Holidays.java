package org.batonrelay.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.batonrelay.calendar.CalendarSettings.HolidaySettings;

/** The days on which nobody of a team works although the week says so. */
class Holidays {

    /** Some holidays fall only on some years. */
    private static final int LOOK_AHEAD = 10;

    private final String where;
    private final HolidaySettings settings;
    private final PublicHolidays country;
    private final String[] region;
    private final List<WrittenHoliday> also;
    private final List<WrittenHoliday> except;
    private final List<LocalDate> closedOn;
    private final Map<Integer, List<Holiday>> years = new ConcurrentHashMap<>();

    /** @param where the setting that a complaint names */
    Holidays(String where, HolidaySettings settings, List<LocalDate> closedOn) {
        this.where = where;
        this.settings = settings;
        this.country = PublicHolidays.of(where, settings.country());
        this.region = settings.region() == null || settings.region().isBlank()
                ? new String[0]
                : settings.region().strip().toLowerCase(Locale.ROOT).split("-");
        this.closedOn = List.copyOf(closedOn);
        if (!country.has(region)) {
            throw new BadCalendar(where + ".holidays.region is '" + settings.region() + "', which the country '"
                    + settings.country() + "' does not have."
                    + (country.partsOf().isEmpty() ? "" : " It has " + String.join(", ", country.partsOf()) + "."));
        }
        this.except = written("except", settings.except());
        this.also = written("also", settings.also());
        refuseUnknown("except", except, year -> country.in(year, region));
        refuseUnknown("also", also, country::anywhereIn);
    }

    boolean isOne(LocalDate date) {
        return in(date.getYear()).stream().anyMatch(it -> it.date().equals(date));
    }

    /** Those of twelve months, the next first. */
    List<Holiday> from(LocalDate today) {
        return Stream.concat(in(today.getYear()).stream(), in(today.getYear() + 1).stream())
                .filter(it -> !it.date().isBefore(today) && it.date().isBefore(today.plusYears(1)))
                .sorted(Comparator.comparing(Holiday::date).thenComparing(Holiday::name))
                .toList();
    }

    /** Whose holidays they are, as it is set: {@code de-by}. */
    String whose() {
        return String.join(
                "-",
                Stream.concat(Stream.of(settings.country().toLowerCase(Locale.ROOT)), Stream.of(region))
                        .toList());
    }

    /** Sentences on what may be missing; none where nothing is. */
    List<String> advice(LocalDate today) {
        List<String> advice = new ArrayList<>();
        int year = today.plusMonths(6).getYear();
        Map<String, Set<String>> regional =
                country.onlyInPartsOf(year, in(year).stream().map(Holiday::date).collect(Collectors.toSet()), region);
        if (!regional.isEmpty()) {
            advice.add(where + ".holidays.region is " + (region.length == 0 ? "not set" : settings.region())
                    + ": holidays of only a part of '" + whose() + "' do not count ("
                    + regional.entrySet().stream()
                            .sorted(Comparator.comparing(it -> -it.getValue().size()))
                            .limit(4)
                            .map(it -> it.getKey() + ": " + String.join(", ", it.getValue()))
                            .collect(Collectors.joining("; "))
                    + "). The parts are " + String.join(", ", country.partsOf(region)) + ".");
        }
        country.corrections().lastYear().ifPresent(last -> {
            if (last < today.plusYears(1).minusDays(1).getYear()) {
                advice.add("Not all holidays of '" + settings.country() + "' are known after " + last
                        + ": add later ones to " + where + ".holidays.also.");
            }
        });
        return advice;
    }

    private List<Holiday> in(int year) {
        return years.computeIfAbsent(year, this::read);
    }

    private List<Holiday> read(int year) {
        List<Holiday> days =
                new ArrayList<>(PublicHolidays.corrected(country.in(year, region).stream(), year, also, except));
        List<WrittenHoliday> byName =
                also.stream().filter(it -> it.day() == null).toList();
        if (!byName.isEmpty()) {
            country.anywhereIn(year).stream()
                    .filter(day -> byName.stream().anyMatch(it -> it.means(day)))
                    .forEach(days::add);
        }
        closedOn.stream()
                .filter(day -> day.getYear() == year)
                .map(day -> new Holiday(day, "", "closed"))
                .forEach(days::add);
        return days.stream().distinct().toList();
    }

    private List<WrittenHoliday> written(String setting, List<String> texts) {
        return texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> WrittenHoliday.read(text)
                        .orElseThrow(() -> new BadCalendar(where + ".holidays." + setting + " has '" + text
                                + "': write 2026-12-24 for one day, 12-24 for every year, or a holiday's name.")))
                .toList();
    }

    private void refuseUnknown(String setting, List<WrittenHoliday> written, IntFunction<List<Holiday>> holidays) {
        List<WrittenHoliday> byName =
                written.stream().filter(it -> it.day() == null).toList();
        if (byName.isEmpty()) {
            return;
        }
        Set<String> names = IntStream.rangeClosed(-1, LOOK_AHEAD)
                .mapToObj(ahead -> holidays.apply(Year.now().getValue() + ahead))
                .flatMap(List::stream)
                .flatMap(holiday -> Stream.of(holiday.key(), WrittenHoliday.key(holiday.name())))
                .filter(key -> !key.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        byName.stream()
                .map(it -> WrittenHoliday.key(it.name()))
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadCalendar(where + ".holidays." + setting + " names '" + name
                            + "', which is no public holiday there; there are " + String.join(", ", names) + ".");
                });
    }
}
