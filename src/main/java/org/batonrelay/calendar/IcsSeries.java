package org.batonrelay.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an entry begins, each time: its start, what its rules add, its further dates, without those taken out. */
class IcsSeries {

    private IcsSeries() {}

    /** @param usual the zone of whatever names none, where a day and a time are held against each other */
    static List<IcsTime> starts(IcsComponent entry, IcsZones zones, LocalDate from, LocalDate to, ZoneId usual) {
        IcsLine line = entry.line("DTSTART").orElseThrow(() -> new NotUnderstood("it does not say when it begins"));
        IcsTime first = IcsTime.read(line, line.value(), zones);
        List<IcsTime> out = Stream.concat(
                        dates(entry, "EXDATE", zones),
                        entry.lines("EXRULE").flatMap(rule -> ruled(rule, first, zones, from, to, usual)))
                .toList();
        List<IcsLine> rules = entry.lines("RRULE").toList();
        List<IcsTime> further = dates(entry, "RDATE", zones).toList();
        TreeMap<Instant, IcsTime> starts = new TreeMap<>();
        Stream.concat(
                        Stream.concat(Stream.of(first), further.stream()),
                        rules.stream().flatMap(rule -> ruled(rule, first, zones, from, to, usual)))
                .filter(start -> out.stream().noneMatch(it -> start.isMeantBy(it, usual)))
                .forEach(start -> starts.putIfAbsent(start.at(usual), start));
        return new ArrayList<>(starts.values());
    }

    private static Stream<IcsTime> ruled(
            IcsLine line, IcsTime first, IcsZones zones, LocalDate from, LocalDate to, ZoneId usual) {
        IcsRule rule = new IcsRule(line.value(), first.date());
        String until = rule.until();
        IcsTime end = until == null ? null : IcsTime.read(line, until, zones);
        return rule.days(from, to).stream()
                .map(day -> first.with(day.atTime(first.local().toLocalTime())))
                .filter(start -> isNotBehind(start, end, usual));
    }

    private static boolean isNotBehind(IcsTime start, @Nullable IcsTime end, ZoneId usual) {
        if (end == null) {
            return true;
        }
        return start.wholeDay() || end.wholeDay()
                ? !start.date().isAfter(end.dateOf(usual))
                : !start.at(usual)
                        .isAfter(end.isFloating() ? start.with(end.local()).at(usual) : end.at(usual));
    }

    private static Stream<IcsTime> dates(IcsComponent entry, String name, IcsZones zones) {
        return entry.lines(name)
                .flatMap(line -> Arrays.stream(line.value().split(","))
                        .filter(value -> !value.isBlank())
                        // of a period only its begin counts here
                        .map(value -> IcsTime.read(line, value.split("/")[0], zones)));
    }
}
