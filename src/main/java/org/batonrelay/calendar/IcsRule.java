package org.batonrelay.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * On which days a series takes place (RRULE of RFC 5545, section 3.3.10), as far as it goes by days: each day is held
 * against the rule. Until when is not asked here, because that may be an instant.
 * Long because the parts of a rule only make sense side by side.
 */
class IcsRule {

    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String NUMBERS = "[+-]?\\d{1,3}(,[+-]?\\d{1,3})*";
    private static final Map<String, Pattern> PARTS = Map.ofEntries(
            part("FREQ", "DAILY|WEEKLY|MONTHLY|YEARLY"),
            part("INTERVAL", "0*[1-9]\\d{0,3}"),
            part("COUNT", "0*[1-9]\\d{0,5}"),
            part("UNTIL", ".+"),
            part("WKST", "MO|TU|WE|TH|FR|SA|SU"),
            part("BYDAY", "([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*"),
            part("BYMONTHDAY", NUMBERS),
            part("BYYEARDAY", NUMBERS),
            part("BYWEEKNO", NUMBERS),
            part("BYMONTH", "\\d{1,2}(,\\d{1,2})*"),
            part("BYSETPOS", NUMBERS),
            // a series of days begins at one time of day, whatever else is said of it
            part("BYHOUR", "\\d{1,2}"),
            part("BYMINUTE", "\\d{1,2}"),
            part("BYSECOND", "\\d{1,2}"),
            part("RSCALE", "GREGORIAN"),
            part("SKIP", "OMIT"));
    private static final Map<String, Integer> LARGEST =
            Map.of("BYMONTHDAY", 31, "BYYEARDAY", 366, "BYWEEKNO", 53, "BYMONTH", 12, "BYSETPOS", 366);

    private final Map<String, String> parts = new HashMap<>();
    private final LocalDate first;
    private final DayOfWeek weekStart;
    private final int interval;

    /** @throws NotUnderstood with what it says */
    IcsRule(String rule, LocalDate first) {
        this.first = first;
        for (String part : rule.toUpperCase(Locale.ROOT).split(";")) {
            String[] said = part.strip().split("=", 2);
            Pattern known = PARTS.get(said[0].strip());
            boolean understood = said.length == 2
                    && known != null
                    && known.matcher(said[1].strip()).matches()
                    && (!LARGEST.containsKey(said[0].strip())
                            || numbers(said[1].strip()).stream()
                                    .allMatch(it -> it != 0 && Math.abs(it) <= LARGEST.get(said[0].strip())));
            if (!part.isBlank() && !understood && !said[0].strip().startsWith("X-")) {
                throw notUnderstood(rule);
            }
            if (understood) {
                parts.put(said[0].strip(), said[1].strip());
            }
        }
        if (!parts.containsKey("FREQ")) {
            throw notUnderstood(rule);
        }
        weekStart = DayOfWeek.of(DAYS.indexOf(parts.getOrDefault("WKST", "MO")) + 1);
        interval = Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
    }

    @Nullable
    String until() {
        return parts.get("UNTIL");
    }

    /** Its days from one to another, the first of all always among them. */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        int count = Integer.parseInt(parts.getOrDefault("COUNT", "0"));
        // without a count nothing depends on what was before, but for the period that is under way
        LocalDate begin = count > 0 || !from.isAfter(first)
                ? first
                : later(from.minusYears(1).withDayOfYear(1));
        int counted = 0;
        LocalDate period = periodOf(begin);
        while (!period.isAfter(to)) {
            LocalDate next = periodAfter(period);
            for (LocalDate day : inPeriod(period, next)) {
                counted++;
                if (count > 0 && counted > count) {
                    return days;
                }
                if (!day.isBefore(from) && !day.isAfter(to)) {
                    days.add(day);
                }
            }
            period = next;
        }
        return days;
    }

    private LocalDate later(LocalDate one) {
        return one.isAfter(first) ? one : first;
    }

    private List<LocalDate> inPeriod(LocalDate period, LocalDate next) {
        List<LocalDate> all =
                takesPart(period) ? period.datesUntil(next).filter(this::fits).toList() : List.of();
        if (parts.containsKey("BYSETPOS")) {
            Set<Integer> places = Set.copyOf(numbers(parts.get("BYSETPOS")));
            List<LocalDate> set = all;
            all = set.stream()
                    .filter(day ->
                            places.contains(set.indexOf(day) + 1) || places.contains(set.indexOf(day) - set.size()))
                    .toList();
        }
        List<LocalDate> after =
                new ArrayList<>(all.stream().filter(day -> day.isAfter(first)).toList());
        if (!first.isBefore(period) && first.isBefore(next)) {
            after.add(0, first);
        }
        return after;
    }

    private LocalDate periodOf(LocalDate day) {
        return switch (freq()) {
            case "DAILY" -> day;
            case "WEEKLY" -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case "MONTHLY" -> day.withDayOfMonth(1);
            default -> day.withDayOfYear(1);
        };
    }

    private LocalDate periodAfter(LocalDate period) {
        return period.plus(1, unit());
    }

    private boolean takesPart(LocalDate period) {
        return unit().between(periodOf(first), period) % interval == 0;
    }

    private ChronoUnit unit() {
        return switch (freq()) {
            case "DAILY" -> ChronoUnit.DAYS;
            case "WEEKLY" -> ChronoUnit.WEEKS;
            case "MONTHLY" -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }

    private String freq() {
        return parts.getOrDefault("FREQ", "");
    }

    private boolean fits(LocalDate day) {
        return month().and(monthDay()).and(yearDay()).and(week()).and(weekday()).test(day);
    }

    private Predicate<LocalDate> month() {
        if (parts.containsKey("BYMONTH")) {
            List<Integer> months = numbers(parts.get("BYMONTH"));
            return day -> months.contains(day.getMonthValue());
        }
        boolean likeTheFirst = freq().equals("YEARLY") && isPlain("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY");
        return day -> !likeTheFirst || day.getMonth() == first.getMonth();
    }

    private Predicate<LocalDate> monthDay() {
        if (parts.containsKey("BYMONTHDAY")) {
            List<Integer> wanted = numbers(parts.get("BYMONTHDAY"));
            return day -> wanted.contains(day.getDayOfMonth())
                    || wanted.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
        }
        boolean likeTheFirst =
                Set.of("MONTHLY", "YEARLY").contains(freq()) && isPlain("BYYEARDAY", "BYWEEKNO", "BYDAY");
        return day -> !likeTheFirst || day.getDayOfMonth() == first.getDayOfMonth();
    }

    private Predicate<LocalDate> yearDay() {
        List<Integer> wanted = numbers(parts.getOrDefault("BYYEARDAY", ""));
        return day -> wanted.isEmpty()
                || wanted.contains(day.getDayOfYear())
                || wanted.contains(day.getDayOfYear() - day.lengthOfYear() - 1);
    }

    private Predicate<LocalDate> week() {
        List<Integer> wanted = numbers(parts.getOrDefault("BYWEEKNO", ""));
        WeekFields weeks = WeekFields.of(weekStart, 4);
        return day -> {
            if (wanted.isEmpty()) {
                return true;
            }
            int week = day.get(weeks.weekOfWeekBasedYear());
            int last = (int) day.range(weeks.weekOfWeekBasedYear()).getMaximum();
            return wanted.contains(week) || wanted.contains(week - last - 1);
        };
    }

    private Predicate<LocalDate> weekday() {
        if (!parts.containsKey("BYDAY")) {
            boolean likeTheFirst =
                    freq().equals("WEEKLY") || parts.containsKey("BYWEEKNO") && isPlain("BYMONTHDAY", "BYYEARDAY");
            return day -> !likeTheFirst || day.getDayOfWeek() == first.getDayOfWeek();
        }
        Set<String> wanted = Arrays.stream(parts.getOrDefault("BYDAY", "").split(","))
                .map(it -> it.replace("+", "").replaceFirst("^(-?)0+", "$1"))
                .collect(Collectors.toSet());
        return day -> {
            String name = DAYS.get(day.getDayOfWeek().getValue() - 1);
            boolean inMonth = freq().equals("MONTHLY") || parts.containsKey("BYMONTH");
            int of = inMonth ? day.getDayOfMonth() : day.getDayOfYear();
            int length = inMonth ? day.lengthOfMonth() : day.lengthOfYear();
            return wanted.contains(name)
                    || wanted.contains((of - 1) / 7 + 1 + name)
                    || wanted.contains(-((length - of) / 7 + 1) + name);
        };
    }

    private boolean isPlain(String... others) {
        return Arrays.stream(others).noneMatch(parts::containsKey);
    }

    private static List<Integer> numbers(@Nullable String list) {
        return list == null || list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
    }

    private static Map.Entry<String, Pattern> part(String name, String values) {
        return Map.entry(name, Pattern.compile(values));
    }

    private static NotUnderstood notUnderstood(String rule) {
        return new NotUnderstood("how often it comes again ('" + rule + "') is not understood");
    }
}
