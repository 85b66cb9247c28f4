package org.batonrelay.meeting;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStart;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar program answers to an invitation (RFC 5546), as far as it can be read.
 *
 * @param guest who answers: an address, in small letters
 * @param answer accepted, declined, tentative or countered
 * @param startsAt the time that is answered, or proposed instead; null where it is not told plainly
 * @param comment what they have written to it
 * @param description the meeting's own, which some programs put their reader's words into
 */
record CalendarReply(
        String uid, String guest, String answer, @Nullable Instant startsAt, String comment, String description) {

    private static final int LARGEST = 256_000;
    private static final int LONGEST = 320;
    private static final int LONGEST_WORDS = 10_000;
    /** A time in UTC by one of the names that programs have for it; the calendar reader loses the zone, and so the time. */
    private static final Pattern IN_UTC = Pattern.compile(
            "^((?:DTSTART|DTEND)(?:;[^:;\\r\\n]+)*?);TZID=\"?(?:\\S*/)?\\(?(?:utc|z|zulu|gmt|uct|universal|coordinated universal time)(?:[+-]0{1,2}:?(?:00)?)?\\)?"
                    + "(?: coordinated universal time| utc)?\"?((?:;[^:;\\r\\n]+)*):(\\d{8}T\\d{6})Z?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern FOLDED = Pattern.compile("\\r?\\n[ \\t]");
    private static final Map<String, String> ANSWERS =
            Map.of("ACCEPTED", "accepted", "DECLINED", "declined", "TENTATIVE", "tentative");

    /** Empty for whatever is no such answer; a stranger wrote it, so anything may be in it. */
    static Optional<CalendarReply> read(byte[] ics) {
        if (ics.length > LARGEST) {
            return Optional.empty();
        }
        try {
            String text =
                    FOLDED.matcher(new String(ics, StandardCharsets.UTF_8)).replaceAll("");
            return read(new CalendarBuilder()
                    .build(new StringReader(IN_UTC.matcher(text).replaceAll("$1$2:$3Z"))));
        } catch (IOException | ParserException | RuntimeException | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<CalendarReply> read(Calendar calendar) {
        String method = value(calendar.getProperty(Property.METHOD)).toUpperCase(Locale.ROOT);
        List<VEvent> events = calendar.getComponents("VEVENT");
        if (events.isEmpty() || !(method.equals("REPLY") || method.equals("COUNTER"))) {
            return Optional.empty();
        }
        VEvent event = events.get(0);
        String uid = value(event.getProperty(Property.UID));
        Optional<Attendee> attendee = event.getProperty(Property.ATTENDEE);
        String answer = method.equals("COUNTER")
                ? "countered"
                : attendee.map(CalendarReply::answer).orElse("");
        boolean usable = !uid.isEmpty() && uid.length() <= LONGEST && !answer.isEmpty();
        return usable
                ? Optional.of(new CalendarReply(
                        uid,
                        attendee.map(CalendarReply::address).orElse(""),
                        answer,
                        start(event),
                        comment(event),
                        value(event.getProperty(Property.DESCRIPTION))))
                : Optional.empty();
    }

    private static String answer(Attendee attendee) {
        return attendee.<Parameter>getParameter(Parameter.PARTSTAT)
                .map(it -> ANSWERS.getOrDefault(it.getValue().toUpperCase(Locale.ROOT), ""))
                .orElse("");
    }

    private static String address(Attendee attendee) {
        String address = attendee.getValue()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^mailto:", "")
                .strip();
        return address.length() > LONGEST ? "" : address;
    }

    /** A time without a zone could be any. */
    private static @Nullable Instant start(VEvent event) {
        Optional<DtStart<Temporal>> start = event.getProperty(Property.DTSTART);
        try {
            return start.map(it -> Instant.from(it.getDate())).orElse(null);
        } catch (DateTimeException wholeDayOrFloating) {
            return null;
        }
    }

    private static String comment(VEvent event) {
        String all = event.getProperties(Property.COMMENT).stream()
                .map(it -> it.getValue().strip())
                .filter(it -> !it.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return all.length() <= LONGEST_WORDS ? all : all.substring(0, LONGEST_WORDS);
    }

    private static String value(Optional<Property> property) {
        return property.map(Property::getValue).map(String::strip).orElse("");
    }
}
