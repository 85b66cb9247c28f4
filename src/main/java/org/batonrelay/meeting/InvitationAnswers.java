package org.batonrelay.meeting;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.cutting.QuotedText;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people answer to invitations by their calendar programs: accepted, declined, tentative, another time. */
@Component
@Transactional
public class InvitationAnswers {

    private final Meetings meetings;
    private final MeetingGuests guests;
    private final Contacts contacts;
    private final WhoMeets who;
    private final Batons batons;
    private final Ledger ledger;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final DeclinedNotice notice;
    private final Agenda agenda;

    InvitationAnswers(
            Meetings meetings,
            MeetingGuests guests,
            Contacts contacts,
            WhoMeets who,
            Batons batons,
            Ledger ledger,
            AgreedDates dates,
            BusinessCalendar hours,
            DeclinedNotice notice,
            Agenda agenda) {
        this.meetings = meetings;
        this.guests = guests;
        this.contacts = contacts;
        this.who = who;
        this.batons = batons;
        this.ledger = ledger;
        this.dates = dates;
        this.hours = hours;
        this.notice = notice;
        this.agenda = agenda;
    }

    /**
     * Notes the answer, {@code meeting.answered}, and tells the holder at once when somebody does not come at that
     * time. The last word of each guest on the meeting's present time counts; the same word twice is noted once.
     *
     * @param from whose mail it came with
     * @param ics the calendar file as it came; written by a stranger, so anything may be in it
     * @param words what they have written with it, for the holder who has to find another time
     * @return whether it was an answer to an invitation of this lead; when not, nothing has changed
     */
    public boolean take(LeadReference reference, Contact from, byte[] ics, String words) {
        Optional<CalendarReply> reply = CalendarReply.read(ics);
        Optional<Meeting> meeting = reply.flatMap(it -> meetings.find(it.uid()))
                .filter(it -> it.reference().equals(reference));
        if (meeting.isEmpty()) {
            return false;
        }
        note(meeting.get(), reply.get(), guest(meeting.get(), reply.get(), from), words);
        return true;
    }

    /** The same, where nothing was written with it. */
    public boolean take(LeadReference reference, Contact from, byte[] ics) {
        return take(reference, from, ics, "");
    }

    /**
     * What somebody has written into the calendar file itself; empty where they have written nothing, or it is no answer.
     *
     * @param reference whose invitation it answers: the agenda that it repeats is ours
     */
    public String wordsIn(LeadReference reference, byte[] ics) {
        return CalendarReply.read(ics)
                .map(it -> it.comment().isEmpty() ? ownDescription(reference, it.description()) : it.comment())
                .orElse("");
    }

    /** Some programs put their user's words there, in place of ours. */
    private String ownDescription(LeadReference reference, String description) {
        List<String> ours = Stream.of(Locale.ENGLISH, Locale.GERMAN)
                .flatMap(language -> Stream.of(true, false)
                        .flatMap(all -> hosts(reference).map(host -> agenda.inWords(reference, language, all, host))))
                .toList();
        boolean repeats = new QuotedText(description)
                .changedFrom(ours)
                .map(QuotedText.Change::isOurs)
                .orElse(true);
        return repeats
                ? ""
                : String.join("\n", new IncomingMail.Form(description, "").own())
                        .strip();
    }

    /** Whoever may be named in an invitation that somebody answers; it may be an older one, or name nobody. */
    private Stream<String> hosts(LeadReference reference) {
        Stream<String> held = ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.HOLDER_CHANGED)
                .map(entry -> new Holder(String.valueOf(entry.detail().get("to"))))
                .distinct()
                .flatMap(holder -> who.host(holder).stream())
                .map(Person::name);
        return Stream.concat(Stream.of(""), held);
    }

    private record Guest(String address, String name, String actor) {}

    private void note(Meeting meeting, CalendarReply reply, Guest guest, String words) {
        boolean counter = reply.answer().equals("countered");
        boolean ofEarlierTime =
                !counter && reply.startsAt() != null && !reply.startsAt().equals(meeting.startsAt());
        MeetingGuests.Word word = new MeetingGuests.Word(
                meeting.uid(),
                guest.address(),
                guest.name(),
                reply.answer(),
                meeting.startsAt(),
                counter ? reply.startsAt() : null);
        if (ofEarlierTime || !guests.say(word)) {
            return;
        }
        ZoneId zone = hours.zone(dates.teamOf(meeting.reference()));
        ledger.append(NewEntry.of(meeting.reference(), EntryType.MEETING_ANSWERED)
                .by(guest.actor())
                .leg(batons.get(meeting.reference()).leg().id())
                .with("from", guest.name())
                .with("answer", reply.answer())
                .with(
                        "at",
                        OffsetDateTime.ofInstant(meeting.startsAt(), zone)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString())
                .with("meeting", meeting.uid()));
        if (word.keepsAway()) {
            notice.later(word, words);
        }
    }

    /** Whoever the file names, if we know them; else whoever sent it. */
    private Guest guest(Meeting meeting, CalendarReply reply, Contact from) {
        Optional<Guest> contact = contacts.of(meeting.reference()).stream()
                .filter(it -> reply.guest().equalsIgnoreCase(it.email()))
                .map(InvitationAnswers::guest)
                .findFirst();
        return contact.or(() -> ours(meeting, reply.guest())).orElseGet(() -> guest(from));
    }

    private Optional<Guest> ours(Meeting meeting, String address) {
        return who.ours(meeting).stream()
                .filter(it -> address.equalsIgnoreCase(it.email()))
                .map(it -> new Guest(GuestBook.key(address), it.name(), it.id()))
                .findFirst();
    }

    private static Guest guest(Contact contact) {
        String address = String.valueOf(contact.email()).toLowerCase(Locale.ROOT);
        return new Guest(address, contact.name(), "client:" + contact.email());
    }
}
