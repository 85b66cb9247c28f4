package org.batonrelay.summary;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.mail.Post;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Flag;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a summary to the contacts it is meant for. Nothing is marked sent before the mail server has said yes. */
@Component
@Transactional
class SummarySending {

    private final Summaries summaries;
    private final Contacts contacts;
    private final SummaryLetters letters;
    private final ObjectProvider<SummaryEnclosure> enclosures;
    private final Post post;
    private final Batons batons;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SummarySending(
            Summaries summaries,
            Contacts contacts,
            SummaryLetters letters,
            ObjectProvider<SummaryEnclosure> enclosures,
            Post post,
            Batons batons,
            Ledger ledger,
            Clock clock,
            ApplicationEventPublisher events) {
        this.summaries = summaries;
        this.contacts = contacts;
        this.letters = letters;
        this.enclosures = enclosures;
        this.post = post;
        this.batons = batons;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
    }

    /** @return whether mail can reach at least one of those it is meant for; a flag says so when it cannot */
    boolean findRecipients(String summaryId) {
        boolean found = !reachable(summaryId).isEmpty();
        if (!found) {
            batons.raise(
                    summaries.get(summaryId).reference(), Flag.MAIL_BOUNCED, "no contact has an address that works");
        }
        return found;
    }

    boolean reachesNobody(String summaryId) {
        return reachable(summaryId).isEmpty();
    }

    /** Of those it is meant for, the one whose address does not work; the main contact where nobody has any. */
    Optional<Contact> unreachable(String summaryId) {
        return summaries.recipients(summaryId).stream()
                .flatMap(id -> contacts.find(id).stream())
                .filter(it -> !it.reachable() || it.email() == null)
                .findFirst()
                .or(() -> contacts.main(summaries.get(summaryId).reference()));
    }

    /** The holder has asked for an address that works. */
    void recordAddress(String summaryId, String email) {
        Summary summary = summaries.get(summaryId);
        unreachable(summaryId).ifPresent(contact -> {
            contacts.mendAddress(contact.id(), email);
            summaries.addRecipients(summaryId, List.of(contact.id()));
            events.publishEvent(new AddressMended(summary.reference(), contact.id()));
        });
        batons.clear(summary.reference(), Flag.MAIL_BOUNCED, "address mended");
    }

    /** @return when the server had taken it, from which deadlines count */
    Instant send(String summaryId, int sending) {
        Summary written = summaries.get(summaryId);
        written.send(clock.instant()); // refuses what is withdrawn, before anybody reads it
        List<Contact> to = reachable(summaryId);
        to.forEach(contact -> post.send(letters.summary(written, contact, sending, enclosed(written, contact))));
        // only now: nobody who answers another one has to wait for the mail server
        Summary summary = summaries.lock(summaryId);
        if (!summary.isWaiting()) {
            throw new OptimisticLockingFailureException("the summary was answered or withdrawn while it was sent");
        }
        Instant sentAt = clock.instant();
        summaries.save(summary.send(sentAt));
        ledger.append(entry(summary, EntryType.SUMMARY_SENT, to));
        return sentAt;
    }

    private SummaryEnclosure.@Nullable Enclosed enclosed(Summary summary, Contact to) {
        return enclosures
                .orderedStream()
                .flatMap(it -> it.with(summary, to).stream())
                .findFirst()
                .orElse(null);
    }

    void remind(String summaryId, int sending) {
        Summary summary = summaries.get(summaryId);
        List<Contact> to = reachable(summaryId).stream()
                .filter(Contact::wantsAutomaticMail)
                .toList();
        to.forEach(contact -> post.send(letters.reminder(summary, contact, sending)));
        if (!to.isEmpty()) {
            ledger.append(entry(summary, EntryType.SUMMARY_REMINDED, to));
        }
    }

    private List<Contact> reachable(String summaryId) {
        return summaries.recipients(summaryId).stream()
                .flatMap(id -> contacts.find(id).stream())
                .filter(it -> it.reachable() && it.email() != null)
                .toList();
    }

    private static NewEntry entry(Summary summary, EntryType type, List<Contact> to) {
        return NewEntry.of(summary.reference(), type)
                .leg(summary.leg())
                .with("version", summary.version())
                .with("to", to.stream().map(Contact::name).collect(Collectors.joining(", ")));
    }
}
