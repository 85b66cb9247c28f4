package org.batonrelay.client;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.LeadFile;
import org.batonrelay.lead.Contact;
import org.batonrelay.meeting.MeetingsAhead;
import org.batonrelay.relay.Readinesses;
import org.batonrelay.summary.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a contact's page together; reads, and changes nothing. */
@Component
@Transactional(readOnly = true)
@EnableConfigurationProperties(PageSettings.class)
public class ClientPages {

    private final Talks talks;
    private final PromisedItems items;
    private final Pulses pulses;
    private final Batons batons;
    private final Readinesses readinesses;
    private final Faces faces;
    private final Files files;
    private final MeetingsAhead meetings;
    private final SpokenDates dates;
    private final PageLinks own;
    private final PageSettings settings;

    ClientPages(
            Talks talks,
            PromisedItems items,
            Pulses pulses,
            Batons batons,
            Readinesses readinesses,
            Faces faces,
            Files files,
            MeetingsAhead meetings,
            SpokenDates dates,
            PageLinks own,
            PageSettings settings) {
        this.talks = talks;
        this.items = items;
        this.pulses = pulses;
        this.batons = batons;
        this.readinesses = readinesses;
        this.faces = faces;
        this.files = files;
        this.meetings = meetings;
        this.dates = dates;
        this.own = own;
        this.settings = settings;
    }

    public ClientPage of(Contact contact, Locale language) {
        List<Summary> known = talks.knownTo(contact);
        List<ClientPage.Talk> shown = IntStream.range(0, known.size())
                .mapToObj(it -> talks.show(known.get(it), contact, it == 0, language))
                .toList();
        Optional<ClientPage.Talk> newest = shown.stream().findFirst();
        List<ClientPage.Item> promised = items.of(contact, language);
        return new ClientPage(
                contact.name(),
                faces.of(batons.get(contact.reference()).holder()),
                next(contact, language),
                newest.orElse(null),
                shown.stream().skip(1).toList(),
                newest.map(ClientPage.Talk::confirmable).orElse(false),
                pulses.dueAbout(contact).map(Summary::id).orElse(null),
                meetings(contact, language),
                promised.stream().filter(ClientPage.Item::isOpen).toList(),
                promised.stream().filter(it -> !it.isOpen()).toList(),
                documents(contact, language),
                links(contact, language),
                contact.wantsAutomaticMail());
    }

    /** Their own, and those of the house. */
    private List<ClientPage.Link> links(Contact contact, Locale language) {
        return Stream.concat(
                        own.of(contact.reference()).stream().map(it -> new ClientPage.Link(it.title(), it.address())),
                        settings.links().stream()
                                .map(it -> new ClientPage.Link(it.titleIn(language.getLanguage()), it.address())))
                .toList();
    }

    private ClientPage.@Nullable Next next(Contact contact, Locale language) {
        return batons.get(contact.reference()).leg() != Leg.DEAL
                ? null
                : readinesses
                        .of(contact.reference())
                        .map(it -> new ClientPage.Next(
                                faces.of(Holder.person(it.csm())), String.valueOf(dates.day(it.readyOn(), language))))
                        .orElse(null);
    }

    private List<ClientPage.Meeting> meetings(Contact contact, Locale language) {
        return meetings.of(contact).stream()
                .map(it -> new ClientPage.Meeting(WrittenDates.moment(it.startsAt(), it.zone(), language), it.answer()))
                .toList();
    }

    private List<ClientPage.Document> documents(Contact contact, Locale language) {
        return files.of(contact.reference()).stream()
                .filter(it -> it.sharedAt() != null)
                .map(it -> document(it, language))
                .toList();
    }

    private ClientPage.Document document(LeadFile file, Locale language) {
        return new ClientPage.Document(
                file.id(),
                file.name(),
                size(file.size(), language),
                String.valueOf(dates.day(file.sharedAt(), language)));
    }

    private static String size(long bytes, Locale language) {
        NumberFormat number = NumberFormat.getInstance(language);
        number.setMaximumFractionDigits(1);
        return bytes < 1_000_000
                ? number.format(Math.max(1, bytes / 1000)) + " kB"
                : number.format(bytes / 1_000_000.0) + " MB";
    }
}
