package org.batonrelay.summary;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.mail.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a summary to the contacts it is meant for. Nothing is marked sent before the mail server has said yes. */
@Component
@Transactional
class SummarySending {

    private final Summaries summaries;
    private final SummaryRecipients recipients;
    private final SummaryLetters letters;
    private final ObjectProvider<SummaryEnclosure> enclosures;
    private final Post post;
    private final Ledger ledger;
    private final Clock clock;

    SummarySending(
            Summaries summaries,
            SummaryRecipients recipients,
            SummaryLetters letters,
            ObjectProvider<SummaryEnclosure> enclosures,
            Post post,
            Ledger ledger,
            Clock clock) {
        this.summaries = summaries;
        this.recipients = recipients;
        this.letters = letters;
        this.enclosures = enclosures;
        this.post = post;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return when the server had taken it, from which deadlines count */
    Instant send(String summaryId, int sending) {
        Summary written = summaries.get(summaryId);
        written.send(clock.instant()); // refuses what is withdrawn, before anybody reads it
        List<Contact> to = recipients.reachable(summaryId);
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
        List<Contact> to = recipients.reachable(summaryId).stream()
                .filter(Contact::wantsAutomaticMail)
                .toList();
        to.forEach(contact -> post.send(letters.reminder(summary, contact, sending)));
        if (!to.isEmpty()) {
            ledger.append(entry(summary, EntryType.SUMMARY_REMINDED, to));
        }
    }

    private static NewEntry entry(Summary summary, EntryType type, List<Contact> to) {
        return NewEntry.of(summary.reference(), type)
                .leg(summary.leg())
                .with("version", summary.version())
                .with("to", to.stream().map(Contact::name).collect(Collectors.joining(", ")));
    }
}
