package org.batonrelay.summary;

import org.batonrelay.lead.Contact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Summaries whose mail has come back. */
@Component
@Transactional
public class BouncedSummaries {

    private final Summaries summaries;
    private final SummaryRecipients recipients;
    private final SummaryProcess process;

    BouncedSummaries(Summaries summaries, SummaryRecipients recipients, SummaryProcess process) {
        this.summaries = summaries;
        this.recipients = recipients;
        this.process = process;
    }

    /**
     * Tells the process of the summary when nobody it is meant for can be reached any more: it then asks the holder for
     * an address, and sends again.
     *
     * @param mailKey the key of the mail that came back; the contact is marked already as one who cannot be reached
     * @return whether the process sees to it
     */
    public boolean mailBounced(String mailKey, Contact contact) {
        return SummaryLetters.summaryOf(mailKey)
                .flatMap(summaries::find)
                .filter(it -> it.reference().equals(contact.reference()) && recipients.reachNobody(it.id()))
                .map(process::mailBounced)
                .orElse(false);
    }

    /** Whether the mail of this key says nothing outdated: it is about no summary, or about one that waits. */
    public boolean isStillTrue(String mailKey) {
        return SummaryLetters.summaryOf(mailKey)
                .flatMap(summaries::find)
                .map(Summary::isWaiting)
                .orElse(true);
    }
}
