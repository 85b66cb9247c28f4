package org.batonrelay.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.backward.CallBack;
import org.batonrelay.backward.CallBacks;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Shared;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.chat.LeadChats;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.Message;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the tab of a lead together, for those who may see it; for a partner, with what is shared. Long because all that the
 * tab shows is gathered here.
 */
@Component
@Transactional(readOnly = true)
class LeadTabs {

    private final LeadPages pages;
    private final Contacts contacts;
    private final Correspondence correspondence;
    private final Notes notes;
    private final Files files;
    private final LeadDocuments documents;
    private final ClientSide client;
    private final LeadChats chats;
    private final CallBacks callBacks;
    private final EarlierRunners earlier;
    private final SharedFields shared;
    private final People people;
    private final BusinessCalendar calendar;
    private final Clock clock;

    LeadTabs(
            LeadPages pages,
            Contacts contacts,
            Correspondence correspondence,
            Notes notes,
            Files files,
            LeadDocuments documents,
            ClientSide client,
            LeadChats chats,
            CallBacks callBacks,
            EarlierRunners earlier,
            SharedFields shared,
            People people,
            BusinessCalendar calendar,
            Clock clock) {
        this.pages = pages;
        this.contacts = contacts;
        this.correspondence = correspondence;
        this.notes = notes;
        this.files = files;
        this.documents = documents;
        this.client = client;
        this.chats = chats;
        this.callBacks = callBacks;
        this.earlier = earlier;
        this.shared = shared;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Empty for a lead that does not exist and for one that the viewer may not see. */
    Optional<LeadTab> find(String reference, Viewer viewer, String token) {
        return pages.find(reference, viewer).map(page -> tab(page, viewer, token));
    }

    private LeadTab tab(LeadPage page, Viewer viewer, String token) {
        LeadReference reference = new LeadReference(page.reference());
        ZoneId zone = calendar.zone("sdr");
        Names names = new Names(people);
        Words words = new Words(names, zone, contactNames(reference));
        Shared seen = shared.with(viewer.id(), reference);
        List<Holder> runners = earlier.of(reference);
        boolean open = !page.state().equals("finished") && !page.state().equals("closed");
        boolean holds = open && viewer.holders().contains(page.holder());
        return new LeadTab(
                LeadView.of(page, names, zone, clock),
                new LeadTab.May(
                        holds,
                        open
                                && !holds
                                && runners.stream()
                                        .anyMatch(it -> viewer.holders().contains(it.value())),
                        holds && page.leg().equals("deal"),
                        open && page.leg().equals("deal") && seen.shows("files")),
                runners.stream()
                        .filter(it -> seen.shows("colleagues"))
                        .map(it -> new LeadTab.Runner(it.value(), names.of(it.value())))
                        .toList(),
                callBacks.of(reference).stream()
                        .filter(it -> seen.everything())
                        .map(words::question)
                        .toList(),
                correspondence.of(reference).stream()
                        .filter(it -> seen.shows("messages"))
                        .filter(it -> seen.everything() || it.direction() != Message.Direction.AMONG_US)
                        .map(words::said)
                        .toList(),
                newestFirst(notes.of(reference)).stream()
                        .filter(it -> seen.shows("comments"))
                        .map(it -> new LeadTab.Written(names.of(it.author()), words.at(it.at()), it.text()))
                        .toList(),
                seen.shows("files") ? documents.of(reference) : List.of(),
                holds && seen.shows("contacts") ? client.people(reference) : List.of(),
                holds && seen.shows("contacts") ? client.proposed(reference) : List.of(),
                seen.shows("contacts") ? client.links(reference) : List.of(),
                files.largest(),
                seen.shows("messages") && chats.has(reference),
                viewer.isPartner(),
                token);
    }

    private Map<String, String> contactNames(LeadReference reference) {
        return contacts.of(reference).stream().collect(Collectors.toMap(Contact::id, Contact::name));
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> turned = new ArrayList<>(oldestFirst);
        Collections.reverse(turned);
        return turned;
    }

    /** Says things as the tab shows them. */
    private record Words(Names names, ZoneId zone, Map<String, String> contactNames) {

        String at(Instant moment) {
            return WrittenDates.lately(moment, zone);
        }

        LeadTab.Question question(CallBack asked) {
            String by = asked.answeredBy();
            return new LeadTab.Question(
                    names.of(asked.askedBy()),
                    names.of(by == null ? asked.askedOf().value() : by),
                    asked.question(),
                    asked.state().id(),
                    asked.closesAt() == null ? null : at(asked.closesAt()),
                    asked.answer());
        }

        LeadTab.Said said(Message message) {
            String contact = contactNames.get(String.valueOf(message.contactId()));
            boolean client = message.direction() == Message.Direction.FROM_CLIENT;
            return new LeadTab.Said(
                    message.id(),
                    client && contact != null ? contact : names.of(message.author()),
                    side(message.direction()),
                    message.channel().id(),
                    at(message.at()),
                    message.subject(),
                    message.text(),
                    client && message.mailId() != null);
        }

        private static String side(Message.Direction direction) {
            return switch (direction) {
                case FROM_CLIENT -> "client";
                case TO_CLIENT -> "us";
                case AMONG_US -> "private";
            };
        }
    }
}
