package org.batonrelay.deal;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.relay.AgreedDates;
import org.batonrelay.relay.Holder;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Invites the main contact and the holder to a meeting, and takes invitations back. Speaks SMTP. */
@Component
class Invitations {

    private final Contacts contacts;
    private final ContactLinks links;
    private final Leads leads;
    private final People people;
    private final Agenda agenda;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final Post post;
    private final Clock clock;
    private final String baseUrl;

    Invitations(
            Contacts contacts,
            ContactLinks links,
            Leads leads,
            People people,
            Agenda agenda,
            AgreedDates dates,
            BusinessCalendar hours,
            Post post,
            Clock clock,
            @Value("${baton.base-url}") String baseUrl) {
        this.contacts = contacts;
        this.links = links;
        this.leads = leads;
        this.people = people;
        this.agenda = agenda;
        this.dates = dates;
        this.hours = hours;
        this.post = post;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** @param again whether they knew of it, and now it is at another time */
    void invite(Meeting meeting, boolean again) {
        client(meeting).ifPresent(contact -> toClient(meeting, contact, "invitation", again));
        host(meeting).ifPresent(person -> toHost(meeting, person, "invitation-to-us", again));
    }

    /** Only our own side, which has changed; the client's invitation stands as it is. */
    void inviteHost(Meeting meeting) {
        host(meeting).ifPresent(person -> toHost(meeting, person, "invitation-to-us", false));
    }

    void cancel(Meeting meeting) {
        client(meeting).ifPresent(contact -> toClient(meeting, contact, "cancellation", false));
        host(meeting).ifPresent(person -> toHost(meeting, person, "cancellation-to-us", false));
    }

    private Optional<Contact> client(Meeting meeting) {
        return contacts.main(meeting.reference()).filter(it -> it.email() != null && it.reachable());
    }

    private Optional<Person> host(Meeting meeting) {
        if (meeting.host() == null) {
            return Optional.empty();
        }
        Holder holder = new Holder(meeting.host());
        return holder.isGroup()
                ? people.addressesOf(holder.id()).stream().findFirst()
                : people.person(holder.id()).filter(it -> it.email() != null);
    }

    private void toClient(Meeting meeting, Contact contact, String template, boolean again) {
        send(
                meeting,
                template,
                contact.locale(),
                contact.name(),
                String.valueOf(contact.email()),
                links.replyAddressOf(contact),
                Map.of("page", links.pageOf(contact), "again", again));
    }

    private void toHost(Meeting meeting, Person person, String template, boolean again) {
        send(
                meeting,
                template,
                Locale.ENGLISH,
                person.name(),
                String.valueOf(person.email()),
                null,
                Map.of("lead", baseUrl + "/leads/" + meeting.reference(), "again", again));
    }

    private void send(
            Meeting meeting,
            String template,
            Locale language,
            String name,
            String address,
            @Nullable String replyTo,
            Map<String, Object> more) {
        LeadReference reference = meeting.reference();
        Map<String, Object> model = new HashMap<>(more);
        model.put("name", name);
        model.put("organisation", leads.get(reference).organisation());
        model.put("title", meeting.title());
        model.put("when", inWords(meeting, language));
        model.put("hasNoted", agenda.isAnythingNoted(reference));
        model.put("host", host(meeting).map(Person::name).orElse(""));
        post.send(new Letter(
                template + ":" + meeting.uid() + ":" + meeting.sequence() + ":" + address,
                template,
                language,
                name,
                address,
                model,
                reference.value(),
                host(meeting).map(Person::name).orElse(null),
                replyTo,
                false,
                null,
                List.of(attachment(meeting, language, template))));
    }

    private Letter.Attachment attachment(Meeting meeting, Locale language, String template) {
        List<CalendarFile.Guest> guests = Stream.concat(
                        client(meeting).map(it -> guest(it.name(), it.email())).stream(),
                        host(meeting).map(it -> guest(it.name(), it.email())).stream())
                .toList();
        CalendarFile file = new CalendarFile(
                meeting,
                organiser(meeting, guests.get(guests.size() - 1)),
                guests,
                agenda.inWords(meeting.reference(), language),
                clock.instant());
        return template.startsWith("cancellation") ? file.cancellation() : file.request();
    }

    /** Calendars answer to the organiser: by this address to us, whoever the host is, and it stays when the host changes. */
    private CalendarFile.Guest organiser(Meeting meeting, CalendarFile.Guest host) {
        return client(meeting)
                .map(contact -> guest(host.name(), links.replyAddressOf(contact)))
                .orElse(host);
    }

    private static CalendarFile.Guest guest(String name, @Nullable String email) {
        return new CalendarFile.Guest(name, String.valueOf(email));
    }

    private String inWords(Meeting meeting, Locale language) {
        ZoneId zone = hours.zone(dates.teamOf(meeting.reference()));
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(language)
                        .withZone(zone)
                        .format(meeting.startsAt())
                + " (" + zone.getId() + ")";
    }
}
