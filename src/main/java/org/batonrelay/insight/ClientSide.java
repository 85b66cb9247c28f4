package org.batonrelay.insight;

import java.util.List;
import java.util.Objects;
import org.batonrelay.chat.RememberedBrowsers;
import org.batonrelay.client.PageLinks;
import org.batonrelay.correspondence.Proposals;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.meeting.WhoMeets;
import org.springframework.stereotype.Component;

/** What the holder can decide about the client's people and their page. */
@Component
class ClientSide {

    private final Contacts contacts;
    private final Proposals proposals;
    private final WhoMeets who;
    private final RememberedBrowsers browsers;
    private final PageLinks links;

    ClientSide(Contacts contacts, Proposals proposals, WhoMeets who, RememberedBrowsers browsers, PageLinks links) {
        this.contacts = contacts;
        this.proposals = proposals;
        this.who = who;
        this.browsers = browsers;
        this.links = links;
    }

    List<LeadTab.Client> people(LeadReference reference) {
        return contacts.of(reference).stream()
                .filter(it -> it.email() != null)
                .map(it -> new LeadTab.Client(
                        it.id(), Objects.requireNonNull(it.email()), who.isInvited(it), browsers.of(it)))
                .toList();
    }

    List<LeadTab.Proposed> proposed(LeadReference reference) {
        return proposals.of(reference).stream()
                .map(it -> new LeadTab.Proposed(it.id(), it.name(), it.email()))
                .toList();
    }

    List<LeadTab.Link> links(LeadReference reference) {
        return links.of(reference).stream()
                .map(it -> new LeadTab.Link(it.id(), it.title(), it.address()))
                .toList();
    }
}
