package org.batonrelay.summary;

import java.util.List;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a summary is meant for, and whom of them mail can reach. */
@Component
@Transactional
class SummaryRecipients {

    private final Summaries summaries;
    private final Contacts contacts;
    private final Batons batons;
    private final ApplicationEventPublisher events;

    SummaryRecipients(Summaries summaries, Contacts contacts, Batons batons, ApplicationEventPublisher events) {
        this.summaries = summaries;
        this.contacts = contacts;
        this.batons = batons;
        this.events = events;
    }

    /** @return whether mail can reach at least one of those it is meant for; a flag says so when it cannot */
    boolean find(String summaryId) {
        boolean found = !reachable(summaryId).isEmpty();
        if (!found) {
            batons.raise(
                    summaries.get(summaryId).reference(), Flag.MAIL_BOUNCED, "no contact has an address that works");
        }
        return found;
    }

    boolean reachNobody(String summaryId) {
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

    List<Contact> reachable(String summaryId) {
        return summaries.recipients(summaryId).stream()
                .flatMap(id -> contacts.find(id).stream())
                .filter(it -> it.reachable() && it.email() != null)
                .toList();
    }
}
