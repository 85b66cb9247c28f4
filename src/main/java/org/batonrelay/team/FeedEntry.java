package org.batonrelay.team;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a calendar of who is away: whole days, the first attendee (or the organizer) is away, the second one
 * stands in.
 *
 * @param person a mail address, in small letters
 * @param substitute the same; null for nobody
 */
record FeedEntry(
        String uid,
        String person,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String substitute) {

    private static final int LONGEST_UID = 255;

    /** What of it can be understood. @throws IllegalArgumentException when it is no calendar at all */
    static List<FeedEntry> read(String ics) {
        try {
            List<FeedEntry> entries = new ArrayList<>();
            for (VEvent event :
                    new CalendarBuilder().build(new StringReader(ics)).<VEvent>getComponents("VEVENT")) {
                read(event).ifPresent(entries::add);
            }
            return entries;
        } catch (IOException | ParserException | StackOverflowError e) {
            throw new IllegalArgumentException("baton.absences.feed is no calendar that can be read", e);
        }
    }

    private static Optional<FeedEntry> read(VEvent event) {
        String uid = event.getProperty(Property.UID).map(Property::getValue).orElse("");
        List<String> people = new ArrayList<>();
        event.<Property>getProperties(Property.ATTENDEE).forEach(it -> people.add(address(it)));
        if (people.isEmpty()) {
            event.<Property>getProperty(Property.ORGANIZER).ifPresent(it -> people.add(address(it)));
        }
        Optional<LocalDate> first = day(event, Property.DTSTART);
        if (uid.isBlank() || uid.length() > LONGEST_UID || people.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        // the end of whole days is the day after the last one; without an end it is one day
        LocalDate last = day(event, Property.DTEND)
                .map(end -> end.minusDays(1))
                .filter(end -> !end.isBefore(first.get()))
                .orElse(first.get());
        return Optional.of(
                new FeedEntry(uid, people.get(0), first.get(), last, people.size() > 1 ? people.get(1) : null));
    }

    private static Optional<LocalDate> day(VEvent event, String name) {
        Optional<DateProperty<Temporal>> date = event.getProperty(name);
        return date.map(DateProperty::getDate)
                .filter(at -> at.isSupported(ChronoField.EPOCH_DAY))
                .map(LocalDate::from);
    }

    private static String address(Property attendee) {
        return attendee.getValue()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^mailto:", "")
                .strip();
    }
}
