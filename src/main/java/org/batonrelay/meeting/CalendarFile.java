package org.batonrelay.meeting;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import org.batonrelay.mail.Letter;

/** A meeting as calendar programs read it (RFC 5545, RFC 5546). */
record CalendarFile(Meeting meeting, Guest organiser, List<Guest> guests, String description, Instant stamp) {

    record Guest(String name, String email) {}

    /** Puts the meeting into calendars, or changes it there; the highest sequence wins. */
    Letter.Attachment request() {
        return attachment("REQUEST", "CONFIRMED");
    }

    /** Takes it out again. */
    Letter.Attachment cancellation() {
        return attachment("CANCEL", "CANCELLED");
    }

    private Letter.Attachment attachment(String method, String status) {
        VEvent event = new VEvent(meeting.startsAt(), meeting.endsAt(), meeting.title());
        event.replace(new DtStamp(stamp));
        event.replace(new Uid(meeting.uid()));
        event.replace(new Sequence(meeting.sequence()));
        event.replace(new Status(status));
        event.replace(new Description(description));
        event.replace(organizer());
        guests.forEach(guest -> event.add(attendee(guest)));
        Calendar calendar = new Calendar()
                .withProdId("-//Baton//Baton//EN")
                .withDefaults()
                .withProperty(new Method(method))
                .withComponent(event)
                .getFluentTarget();
        return new Letter.Attachment(
                "invite.ics", "text/calendar; method=" + method + "; charset=UTF-8", bytes(calendar));
    }

    private Organizer organizer() {
        Organizer organizer = new Organizer(URI.create("mailto:" + organiser.email()));
        organizer.add(new Cn(organiser.name()));
        return organizer;
    }

    private static Attendee attendee(Guest guest) {
        Attendee attendee = new Attendee(URI.create("mailto:" + guest.email()));
        attendee.add(new Cn(guest.name()));
        attendee.add(PartStat.NEEDS_ACTION);
        attendee.add(Rsvp.TRUE);
        return attendee;
    }

    private static byte[] bytes(Calendar calendar) {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException e) {
            throw new IllegalStateException("a calendar is written to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
