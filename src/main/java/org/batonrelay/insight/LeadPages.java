package org.batonrelay.insight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.summary.HeadingTitles;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of a lead together, for those who may see it. */
@Component
@Transactional(readOnly = true)
class LeadPages {

    private final LeadSight sight;
    private final Leads leads;
    private final Contacts contacts;
    private final Facts facts;
    private final Batons batons;
    private final Offers offers;
    private final Summaries summaries;
    private final Promises promises;
    private final OpenTasks tasks;
    private final Ledger ledger;
    private final SharedFields shared;
    private final HeadingTitles titles;

    LeadPages(
            LeadSight sight,
            Leads leads,
            Contacts contacts,
            Facts facts,
            Batons batons,
            Offers offers,
            Summaries summaries,
            Promises promises,
            OpenTasks tasks,
            Ledger ledger,
            SharedFields shared,
            HeadingTitles titles) {
        this.sight = sight;
        this.leads = leads;
        this.contacts = contacts;
        this.facts = facts;
        this.batons = batons;
        this.offers = offers;
        this.summaries = summaries;
        this.promises = promises;
        this.tasks = tasks;
        this.ledger = ledger;
        this.shared = shared;
        this.titles = titles;
    }

    /** Empty for a lead that does not exist and for one that the viewer may not see: nothing tells them apart. */
    Optional<LeadPage> find(String reference, Viewer viewer) {
        return Optional.of(reference)
                .filter(LeadReference::isOne)
                .map(LeadReference::new)
                .filter(it -> sight.sees(viewer, it))
                .map(it -> viewer.isPartner()
                        ? page(it).sharedWith(viewer, shared.with(viewer.id(), it), tasks.of(it, viewer))
                        : page(it));
    }

    private LeadPage page(LeadReference reference) {
        Lead lead = leads.get(reference);
        Baton baton = batons.get(reference);
        Optional<Offer> offer = offers.open(reference);
        List<OpenTasks.OpenTask> open = tasks.of(reference);
        List<LedgerLine> timeline =
                ledger.of(reference).stream().map(LedgerLine::of).toList();
        return new LeadPage(
                reference.value(),
                lead.organisation(),
                baton.state().id(),
                baton.leg().id(),
                baton.holder().value(),
                baton.holderSince(),
                offer.map(it -> joined(it.offeredTo())).orElse(null),
                open.stream()
                        .findFirst()
                        .map(it -> new LeadPage.Task(it.id(), it.name(), it.due()))
                        .orElse(null),
                baton.flags().stream().map(Flag::id).toList(),
                contacts.of(reference).stream().map(LeadPages::person).toList(),
                summaries.of(reference).stream().map(this::agreed).toList(),
                promises.of(reference).stream().map(LeadPages::promised).toList(),
                Routed.of(timeline),
                timeline,
                new LeadPage.More(
                        facts.of(reference),
                        open,
                        offer.map(it -> it.giver().value()).orElse(null),
                        baton.nextStep(),
                        baton.nextStepOn(),
                        lead.capturedAt(),
                        lead.priority().id()));
    }

    static String joined(Set<Holder> receivers) {
        return receivers.stream().map(Holder::value).collect(Collectors.joining(","));
    }

    private static LeadPage.Person person(Contact contact) {
        return new LeadPage.Person(
                contact.id(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.role(),
                contact.main(),
                contact.reachable(),
                contact.wantsAutomaticMail());
    }

    private LeadPage.Agreed agreed(Summary summary) {
        return new LeadPage.Agreed(
                summary.version(),
                summary.status().id(),
                summary.headings().byName(),
                titles.of(summary, Locale.ENGLISH),
                summary.nextStepOn(),
                summary.author(),
                summary.writtenAt(),
                summary.sentAt(),
                summary.answeredAt(),
                summary.answeredBy());
    }

    private static LeadPage.Promised promised(Promise promise) {
        return new LeadPage.Promised(
                promise.what(),
                promise.source(),
                promise.side(),
                promise.owner(),
                promise.dueOn(),
                promise.state(),
                promise.reason());
    }
}
