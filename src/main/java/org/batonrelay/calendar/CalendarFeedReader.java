package org.batonrelay.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads when people are not free out of an iCalendar file (RFC 5545), each entry by itself: what one of them says that
 * cannot be understood is told of that one. Long because all of what an entry may say is read in one place.
 */
public class CalendarFeedReader {

    private static final Set<String> NOT_AWAY = Set.of("FREE", "WORKINGELSEWHERE");
    private static final Set<String> ABOUT_OTHERS = Set.of("REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER");
    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d+)W)?(?:(\\d+)D)?(T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_LABEL = 200;

    /** One entry with what it needs to be read. */
    private record Event(IcsComponent said, IcsZones zones, boolean calledOff) {

        String uid() {
            return said.line("UID").map(IcsLine::value).orElse("");
        }

        boolean isOne() {
            return said.line("RECURRENCE-ID").isPresent();
        }

        /** Whether somebody is away during it. */
        boolean counts() {
            String busy = said.word("X-MICROSOFT-CDO-BUSYSTATUS");
            boolean free = NOT_AWAY.contains(busy) || said.word("TRANSP").equals("TRANSPARENT") && !busy.equals("OOF");
            return !calledOff && !said.word("STATUS").equals("CANCELLED") && !free;
        }

        boolean isOff() {
            return calledOff || said.word("STATUS").equals("CANCELLED");
        }

        long version() {
            return said.word("SEQUENCE").matches("\\d{1,9}") ? Long.parseLong(said.word("SEQUENCE")) : 0;
        }
    }

    private final LocalDate from;
    private final LocalDate to;
    private final ZoneId usual;
    private final List<CalendarEntry> entries = new ArrayList<>();
    private final List<CalendarReading.Unread> unread = new ArrayList<>();

    private CalendarFeedReader(LocalDate from, LocalDate to, ZoneId usual) {
        this.from = from;
        this.to = to;
        this.usual = usual;
    }

    /**
     * @param from the first day of what comes again that is looked for
     * @param to the last one
     * @param usual the zone of the house
     * @throws IllegalArgumentException when it is no calendar at all
     */
    public static CalendarReading read(byte[] file, LocalDate from, LocalDate to, ZoneId usual) {
        IcsComponent all = IcsComponent.read(file);
        List<IcsComponent> calendars = all.parts("VCALENDAR").toList();
        if (calendars.isEmpty()) {
            throw new IllegalArgumentException("baton.absences.feed is no calendar that can be read");
        }
        CalendarFeedReader reader = new CalendarFeedReader(from, to, usual);
        Map<String, List<Event>> byUid = calendars.stream()
                .flatMap(calendar -> events(calendar, calendars))
                .collect(Collectors.groupingBy(
                        event -> event.uid().isBlank() ? label(event.said()) : event.uid(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byUid.values().forEach(reader::readAllOfOne);
        return new CalendarReading(
                reader.entries,
                reader.unread,
                all.isComplete() && calendars.stream().allMatch(IcsComponent::isComplete));
    }

    private static Stream<Event> events(IcsComponent calendar, List<IcsComponent> all) {
        String method = calendar.word("METHOD");
        IcsZones zones =
                new IcsZones(Stream.concat(Stream.of(calendar), all.stream()).toList());
        return ABOUT_OTHERS.contains(method)
                ? Stream.of()
                : calendar.parts("VEVENT").map(event -> new Event(event, zones, method.equals("CANCEL")));
    }

    /** A series, what is said of single times of it, and older versions of both. */
    private void readAllOfOne(List<Event> events) {
        List<Event> ones = newest(events.stream().filter(Event::isOne).toList(), event -> text(event, "RECURRENCE-ID"));
        List<Event> series =
                newest(events.stream().filter(event -> !event.isOne()).toList(), event -> text(event, "DTSTART"));
        long latest = series.stream().mapToLong(Event::version).max().orElse(0);
        for (Event one : series) {
            boolean old = one.version() < latest;
            boolean off = series.stream().anyMatch(it -> it.isOff() && it.version() >= one.version());
            if (!old && !off) {
                attempt(one, () -> readSeries(one, ones));
            }
        }
        boolean allOff = !series.isEmpty() && series.stream().anyMatch(it -> it.isOff() && it.version() >= latest);
        if (!allOff) {
            ones.forEach(one -> attempt(one, () -> readOne(one, series)));
        }
    }

    /** Of what is said twice the newer counts: by its version, else what stands later in the file. */
    private static List<Event> newest(List<Event> events, Function<Event, String> of) {
        Map<String, Event> newest = new LinkedHashMap<>();
        events.forEach(event -> newest.merge(
                of.apply(event) + (event.isOne() ? "" : text(event, "SUMMARY") + text(event, "ATTENDEE")),
                event,
                (one, other) -> other.version() >= one.version() && !(one.isOff() && other.version() == one.version())
                        ? other
                        : one));
        return List.copyOf(newest.values());
    }

    private void readSeries(Event series, List<Event> ones) {
        if (!series.counts()) {
            return;
        }
        List<IcsTime> starts = IcsSeries.starts(series.said(), series.zones(), from, to, usual);
        for (Event one : ones) {
            IcsTime meant = recurrence(one);
            starts = starts.stream()
                    .filter(start -> isAllLater(one)
                            ? start.at(usual).isBefore(meant.at(usual))
                            : !start.isMeantBy(meant, usual))
                    .toList();
        }
        add(series, series, starts);
    }

    /** What is said of one time of a series stands for itself; of that one and all later ones, it shifts them. */
    private void readOne(Event one, List<Event> series) {
        if (!one.counts()) {
            return;
        }
        Event whole = series.stream().findFirst().orElse(one);
        IcsTime start = first(one);
        if (!isAllLater(one) || series.isEmpty()) {
            add(one, whole, List.of(start));
            return;
        }
        IcsTime meant = recurrence(one);
        Duration shift = Duration.between(meant.local(), start.local());
        List<IcsTime> later = IcsSeries.starts(whole.said(), whole.zones(), from, to, usual).stream()
                .filter(it -> !it.at(usual).isBefore(meant.at(usual)))
                .map(it -> start.with(it.local().plus(shift)))
                .toList();
        add(one, whole, later);
    }

    private static boolean isAllLater(Event one) {
        return one.said()
                .line("RECURRENCE-ID")
                .filter(it -> it.parameter("RANGE").equalsIgnoreCase("THISANDFUTURE"))
                .isPresent();
    }

    /** @param whole what counts where the entry itself says nothing of who */
    private void add(Event event, Event whole, List<IcsTime> starts) {
        IcsTime first = first(event);
        TemporalAmount length = length(event, first);
        Event named = event.said().line("ATTENDEE").isPresent()
                        || event.said().line("ORGANIZER").isPresent()
                        || event.said().line("SUMMARY").isPresent()
                ? event
                : whole;
        List<EntryTime> times = starts.stream()
                .map(start -> time(start, start.with(start.local().plus(length)), isWholeDays(event, first)))
                .toList();
        if (!times.isEmpty()) {
            entries.add(new CalendarEntry(
                    event.uid(),
                    label(named.said()),
                    named.said().line("SUMMARY").map(IcsLine::text).orElse(""),
                    named.said()
                            .lines("ATTENDEE")
                            .map(CalendarFeedReader::person)
                            .toList(),
                    named.said().line("ORGANIZER").map(CalendarFeedReader::person),
                    times));
        }
    }

    private EntryTime time(IcsTime start, IcsTime end, boolean wholeDays) {
        return new EntryTime(
                wholeDays,
                start.local(),
                end.local(),
                start.isFloating()
                        ? Optional.empty()
                        : Optional.of(new EntryTime.Exact(start.at(usual), end.at(usual))));
    }

    /** Outlook marks whole days that it writes with times. */
    private static boolean isWholeDays(Event event, IcsTime first) {
        return first.wholeDay()
                || event.said().word("X-MICROSOFT-CDO-ALLDAYEVENT").equals("TRUE")
                        && first.local().equals(first.date().atStartOfDay())
                        && !text(event, "DTSTART").endsWith("Z");
    }

    private IcsTime first(Event event) {
        IcsLine line =
                event.said().line("DTSTART").orElseThrow(() -> new NotUnderstood("it does not say when it begins"));
        return IcsTime.read(line, line.value(), event.zones());
    }

    private static IcsTime recurrence(Event one) {
        IcsLine line = one.said().line("RECURRENCE-ID").orElseThrow();
        return IcsTime.read(line, line.value(), one.zones());
    }

    /** In wall-clock time, so that a day is a day where clocks are changed. */
    private TemporalAmount length(Event event, IcsTime first) {
        Optional<IcsLine> end = event.said().line("DTEND");
        if (end.isPresent()) {
            IcsTime last = IcsTime.read(end.get(), end.get().value(), event.zones());
            return between(first, last);
        }
        Optional<IcsLine> duration = event.said().line("DURATION");
        if (duration.isPresent()) {
            return duration(duration.get().value());
        }
        if (first.wholeDay()) {
            return Period.ofDays(1);
        }
        throw new NotUnderstood("it does not say when it ends");
    }

    private Duration between(IcsTime first, IcsTime last) {
        boolean oneZone = first.zone() == last.zone() || first.isFloating() || last.isFloating();
        Duration length = oneZone
                ? Duration.between(first.local(), last.local())
                : Duration.between(first.at(usual), last.at(usual));
        if (length.isNegative()) {
            throw new NotUnderstood("it ends before it begins");
        }
        return length;
    }

    private static TemporalAmount duration(String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches() || text.length() < 3 || text.endsWith("T")) {
            throw new NotUnderstood("how long it takes ('" + text + "') is not understood");
        }
        long days = number(duration.group(1)) * 7 + number(duration.group(2));
        Duration time = duration.group(3) == null ? Duration.ZERO : Duration.parse("P" + duration.group(3));
        return time.plusDays(days);
    }

    private static long number(String group) {
        return group == null ? 0 : Math.min(Long.parseLong(group), 100_000);
    }

    private static CalendarPerson person(IcsLine line) {
        String address = Stream.of(line.value(), line.parameter("EMAIL"))
                .map(it ->
                        it.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "").strip())
                .filter(it -> it.contains("@"))
                .findFirst()
                .orElseGet(() -> line.value()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^mailto:", "")
                        .strip());
        return new CalendarPerson(
                address,
                line.parameter("CN"),
                line.parameter("CUTYPE").toUpperCase(Locale.ROOT),
                line.parameter("PARTSTAT").toUpperCase(Locale.ROOT),
                line.parameter("ROLE").toUpperCase(Locale.ROOT));
    }

    private void attempt(Event event, Runnable read) {
        try {
            if (!event.said().isComplete()) {
                throw new NotUnderstood("it is cut off");
            }
            read.run();
        } catch (NotUnderstood e) {
            unread.add(new CalendarReading.Unread(event.uid(), label(event.said()), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            unread.add(new CalendarReading.Unread(event.uid(), label(event.said()), "it is not understood"));
        }
    }

    private static String label(IcsComponent said) {
        String summary = said.line("SUMMARY")
                .map(IcsLine::text)
                .filter(it -> !it.isEmpty())
                .or(() -> said.line("ATTENDEE").map(IcsLine::value))
                .or(() -> said.line("ORGANIZER").map(IcsLine::value))
                .or(() -> said.line("UID").map(IcsLine::value))
                .orElse("an entry");
        String from = said.line("DTSTART").map(it -> " from " + it.value()).orElse("");
        String label = "\"" + summary + "\"" + from;
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
    }

    private static String text(Event event, String line) {
        return event.said().lines(line).map(IcsLine::value).collect(Collectors.joining(","));
    }
}
