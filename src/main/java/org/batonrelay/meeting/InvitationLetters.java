package org.batonrelay.meeting;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.summary.SummaryEnclosure;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes invitations, each with the entry for its reader's calendar, and sends them. Speaks SMTP. */
@Component
class InvitationLetters {

    private final WhoMeets who;
    private final Contacts contacts;
    private final ContactLinks links;
    private final Leads leads;
    private final Agenda agenda;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final Post post;
    private final Clock clock;
    private final String baseUrl;

    InvitationLetters(
            WhoMeets who,
            Contacts contacts,
            ContactLinks links,
            Leads leads,
            Agenda agenda,
            AgreedDates dates,
            BusinessCalendar hours,
            Post post,
            Clock clock,
            @Value("${baton.base-url}") String baseUrl) {
        this.who = who;
        this.contacts = contacts;
        this.links = links;
        this.leads = leads;
        this.agenda = agenda;
        this.dates = dates;
        this.hours = hours;
        this.post = post;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    void toClient(Meeting meeting, Contact contact, String template, InvitationNews news) {
        // nobody reads in an invitation what was never sent to them
        boolean noted = agenda.isNotedFor(contact);
        send(
                meeting,
                template,
                contact.locale(),
                contact.name(),
                String.valueOf(contact.email()),
                links.replyAddressOf(contact),
                noted,
                Map.of(
                        "page",
                        links.pageOf(contact),
                        "first",
                        news == InvitationNews.FIRST,
                        "again",
                        news == InvitationNews.NEW_TIME,
                        "passed",
                        news == InvitationNews.NEW_HOST));
    }

    void toOurs(Meeting meeting, Person person, String template, InvitationNews news) {
        send(
                meeting,
                template,
                Locale.ENGLISH,
                person.name(),
                String.valueOf(person.email()),
                null,
                agenda.isAnythingNoted(meeting.reference()),
                Map.of("lead", baseUrl + "/leads/" + meeting.reference(), "again", news == InvitationNews.NEW_TIME));
    }

    /** What a summary says of the meeting that it invites to, and the entry for its reader's calendar. */
    SummaryEnclosure.Enclosed withSummary(Meeting meeting, Contact contact) {
        Locale language = contact.locale();
        return new SummaryEnclosure.Enclosed(
                Map.of("title", meeting.title(), "when", inWords(meeting, language)),
                attachment(meeting, language, "invitation", agenda.isNotedFor(contact)));
    }

    private void send(
            Meeting meeting,
            String template,
            Locale language,
            String name,
            String address,
            @Nullable String replyTo,
            boolean noted,
            Map<String, Object> more) {
        LeadReference reference = meeting.reference();
        Map<String, Object> model = new HashMap<>(more);
        model.put("name", name);
        model.put("organisation", leads.shownAs(reference));
        model.put("title", meeting.title());
        model.put("when", inWords(meeting, language));
        model.put("hasNoted", noted);
        model.put("host", host(meeting));
        post.send(new Letter(
                template + ":" + meeting.uid() + ":" + meeting.sequence() + ":" + address,
                template,
                language,
                name,
                address,
                model,
                reference.value(),
                who.host(meeting).map(Person::name).orElse(null),
                replyTo,
                false,
                null,
                List.of(attachment(meeting, language, template, noted))));
    }

    private Letter.Attachment attachment(Meeting meeting, Locale language, String template, boolean noted) {
        List<CalendarFile.Guest> guests = Stream.concat(
                        who.clients(meeting.reference()).stream().map(it -> guest(it.name(), it.email())),
                        who.ours(meeting).stream().map(it -> guest(it.name(), it.email())))
                .toList();
        CalendarFile file = new CalendarFile(
                meeting,
                organiser(meeting),
                guests,
                agenda.inWords(meeting.reference(), language, noted, host(meeting)),
                clock.instant());
        return template.startsWith("cancellation") ? file.cancellation() : file.request();
    }

    /** Calendars answer to the organiser: by this address to us, whoever the host is, and it stays when the host changes. */
    private CalendarFile.Guest organiser(Meeting meeting) {
        return contacts.main(meeting.reference())
                .map(contact -> guest(host(meeting), links.replyAddressOf(contact)))
                .orElseThrow(() -> new IllegalStateException("a lead without a contact has no meetings"));
    }

    private String host(Meeting meeting) {
        return who.host(meeting).map(Person::name).orElse("");
    }

    private static CalendarFile.Guest guest(String name, @Nullable String email) {
        return new CalendarFile.Guest(name, String.valueOf(email));
    }

    private String inWords(Meeting meeting, Locale language) {
        return WrittenDates.moment(meeting.startsAt(), hours.zone(dates.teamOf(meeting.reference())), language);
    }
}
