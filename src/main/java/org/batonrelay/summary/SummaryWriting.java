package org.batonrelay.summary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Promises;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** New versions come from here: a rep's own, a client's correction, a rep's revision of that. */
@Component
@Transactional
class SummaryWriting {

    private final Summaries summaries;
    private final Contacts contacts;
    private final Promises promises;
    private final Batons batons;
    private final Ledger ledger;
    private final Clock clock;

    SummaryWriting(
            Summaries summaries, Contacts contacts, Promises promises, Batons batons, Ledger ledger, Clock clock) {
        this.summaries = summaries;
        this.contacts = contacts;
        this.promises = promises;
        this.batons = batons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A rep has written one after a talk: it goes to the main contact, and to whom they named beside. */
    Summary write(LeadReference reference, Draft draft) {
        Summary summary = add(reference, draft);
        summaries.addRecipients(summary.id(), recipients(reference, draft.alsoTo()));
        return summary;
    }

    /** A rep has changed what a client's correction says: whoever got what was corrected gets the new one. */
    Summary revise(Summary corrected, Draft draft) {
        Summary summary = add(corrected.reference(), draft);
        summaries.addRecipients(summary.id(), summaries.recipients(corrected.id()));
        return summary;
    }

    /**
     * A client has put something right: a new version of their words that counts as agreed. Their changes go over the
     * newest agreed text, so that a second contact's correction does not undo the first one's.
     */
    Summary correct(Summary corrected, Answer answer, String by) {
        Summary base = summaries
                .lastAgreed(corrected.reference())
                .filter(it -> it.version() > corrected.version())
                .orElse(corrected);
        Summary agreed = new Summary(
                UUID.randomUUID().toString(),
                corrected.reference(),
                summaries.nextVersion(corrected.reference()),
                Summary.Status.CONFIRMED,
                corrected.leg(),
                base.headings().with(answer.headings()),
                base.nextStepOn(),
                corrected.announced(),
                by,
                clock.instant(),
                null,
                clock.instant(),
                by);
        summaries.add(agreed);
        summaries.addRecipients(agreed.id(), List.of(answer.contactId()));
        boolean nextStepChanged =
                !agreed.headings().nextSteps().equals(base.headings().nextSteps());
        if (nextStepChanged) {
            batons.agreeNextStep(agreed.reference(), agreed.headings().nextSteps(), agreed.nextStepOn());
        }
        return agreed;
    }

    private Summary add(LeadReference reference, Draft draft) {
        Summary summary = new Summary(
                UUID.randomUUID().toString(),
                reference,
                summaries.nextVersion(reference),
                Summary.Status.WRITTEN,
                batons.get(reference).leg().id(),
                draft.headings(),
                draft.nextStepOn(),
                draft.announced(),
                CurrentActor.name(),
                clock.instant(),
                null,
                null,
                null);
        summaries.add(summary);
        ledger.append(NewEntry.of(reference, EntryType.SUMMARY_WRITTEN)
                .leg(summary.leg())
                .with("version", summary.version())
                .with("announced", summary.announced()));
        batons.agreeNextStep(reference, draft.headings().nextSteps(), draft.nextStepOn());
        promise(summary, draft.promises());
        return summary;
    }

    private void promise(Summary summary, List<PromiseLines.Line> lines) {
        String holder = batons.get(summary.reference()).holder().value();
        lines.forEach(line -> {
            LocalDate due = Objects.requireNonNullElse(line.dueOn(), summary.nextStepOn());
            promises.make(summary.reference(), summary.id(), line.what(), line.side(), holder, due);
        });
    }

    private Set<String> recipients(LeadReference reference, Collection<String> alsoTo) {
        Set<String> ids = new LinkedHashSet<>();
        contacts.main(reference).map(Contact::id).ifPresent(ids::add);
        alsoTo.forEach(address -> ids.add(withAddress(reference, address).id()));
        return ids;
    }

    private Contact withAddress(LeadReference reference, String address) {
        Optional<Contact> known = contacts.of(reference).stream()
                .filter(it -> address.equalsIgnoreCase(it.email()))
                .findFirst();
        return known.orElseThrow(() -> new Refusal("Also send to: " + address
                + " is no contact of this lead. Use an address from the list of contacts above, or leave it empty."));
    }
}
