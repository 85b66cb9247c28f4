package org.batonrelay.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The time zones that a file names: by names that are known, or by rules that it brings along. */
class IcsZones {

    /** From this wall-clock time on, that is how far it is from UTC. */
    private record Onset(LocalDateTime local, ZoneOffset offset) {}

    private final Map<String, IcsComponent> brought = new HashMap<>();
    private final Map<String, IcsZone> known = new HashMap<>();
    private final IcsZone usual;

    /** @param calendars those whose rules count, the nearest first */
    IcsZones(List<IcsComponent> calendars) {
        calendars.stream()
                .flatMap(it -> it.parts("VTIMEZONE"))
                .forEach(zone -> zone.line("TZID").ifPresent(it -> brought.putIfAbsent(it.value(), zone)));
        usual = calendars.stream()
                .limit(1)
                .flatMap(it -> it.lines("X-WR-TIMEZONE"))
                .findFirst()
                .flatMap(it -> ZoneNames.zone(it.value()))
                .map(IcsZone::of)
                .orElse(IcsZone.FLOATING);
    }

    /** Of a time that names none. */
    IcsZone usual() {
        return usual;
    }

    /** @throws NotUnderstood with its name */
    IcsZone named(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    private IcsZone find(String name) {
        IcsComponent rules = brought.get(name);
        return ZoneNames.zone(name)
                .or(() -> Optional.ofNullable(rules)
                        .flatMap(it -> it.line("X-LIC-LOCATION"))
                        .flatMap(it -> ZoneNames.zone(it.value())))
                .map(IcsZone::of)
                .or(() -> Optional.ofNullable(rules).map(IcsZones::ruled))
                .or(() -> ZoneNames.likely(name).map(IcsZone::of))
                .orElseThrow(() -> new NotUnderstood("its time zone '" + name + "' is not known"));
    }

    private static IcsZone ruled(IcsComponent zone) {
        List<IcsComponent> rules =
                Stream.concat(zone.parts("STANDARD"), zone.parts("DAYLIGHT")).toList();
        if (rules.isEmpty()) {
            throw new NotUnderstood("its time zone has no rules");
        }
        ZoneOffset before = offset(rules.get(0), "TZOFFSETFROM");
        Map<Integer, List<Onset>> years = new HashMap<>();
        return local -> local.toInstant(years
                .computeIfAbsent(
                        local.getYear(),
                        year -> rules.stream()
                                .flatMap(rule -> onsets(rule, year))
                                .sorted(Comparator.comparing(Onset::local))
                                .toList())
                .stream()
                .filter(onset -> !onset.local().isAfter(local))
                .reduce((one, later) -> later)
                .map(Onset::offset)
                .orElse(before));
    }

    /** When this rule began to count, up to the end of a year; the last times are enough. */
    private static Stream<Onset> onsets(IcsComponent rule, int year) {
        ZoneOffset offset = offset(rule, "TZOFFSETTO");
        return IcsSeries.starts(
                        rule,
                        new IcsZones(List.of()),
                        LocalDate.of(year - 1, 1, 1),
                        LocalDate.of(year, 12, 31),
                        ZoneOffset.UTC)
                .stream()
                .map(start -> new Onset(start.local(), offset));
    }

    private static ZoneOffset offset(IcsComponent rule, String name) {
        try {
            return rule.line(name)
                    .map(it -> ZoneOffset.of(it.value()))
                    .orElseThrow(() -> new NotUnderstood("its time zone has no " + name));
        } catch (DateTimeException e) {
            throw new NotUnderstood("its time zone has no " + name + " that can be read");
        }
    }
}
