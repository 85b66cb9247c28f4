package org.batonrelay.inbound;

import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.LeadMessages;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.mail.Outbox;
import org.batonrelay.mail.SentMail;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.summary.AddressMended;
import org.batonrelay.summary.BouncedSummaries;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail of ours that comes back: the holder asks for an address that works, and what was lost goes again. */
@Component
@Transactional
class Bounces {

    static final String CONTACT = "contactId";

    private final Outbox outbox;
    private final BouncedMails bounced;
    private final BouncedSummaries summaries;
    private final Contacts contacts;
    private final Batons batons;
    private final Ledger ledger;
    private final LeadMessages messages;

    Bounces(
            Outbox outbox,
            BouncedMails bounced,
            BouncedSummaries summaries,
            Contacts contacts,
            Batons batons,
            Ledger ledger,
            LeadMessages messages) {
        this.outbox = outbox;
        this.bounced = bounced;
        this.summaries = summaries;
        this.contacts = contacts;
        this.batons = batons;
        this.ledger = ledger;
        this.messages = messages;
    }

    /**
     * {@code mail.bounced}, once a failure message; {@code mail.delayed} where it only warns, and nobody has anything to
     * mend yet; nothing where it is about no mail of ours.
     */
    void take(IncomingMail failure) {
        lost(failure).filter(it -> it.reference() != null).ifPresent(mail -> {
            LeadReference reference = new LeadReference(String.valueOf(mail.reference()));
            ledger.append(NewEntry.of(reference, failure.delayed() ? EntryType.MAIL_DELAYED : EntryType.MAIL_BOUNCED)
                    .leg(batons.get(reference).leg().id())
                    .with("mail", mail.kind())
                    .with("to", mail.recipient())
                    .with("subject", mail.subject())
                    .with("messageId", mail.messageId()));
            if (!failure.delayed()) {
                contacts.find(reference, mail.recipient()).ifPresent(contact -> cameBack(mail, contact));
            }
        });
    }

    private Optional<SentMail> lost(IncomingMail failure) {
        return outbox.firstOf(failure.references())
                .or(() -> failure.failedRecipients().stream()
                        .flatMap(address -> outbox.lastTo(address).stream())
                        .findFirst());
    }

    private void cameBack(SentMail mail, Contact contact) {
        LeadReference reference = contact.reference();
        contacts.cannotBeReached(contact.id());
        batons.raise(reference, Flag.MAIL_BOUNCED, "mail to " + contact.name() + " comes back");
        if (summaries.mailBounced(mail.key(), contact)) {
            return;
        }
        bounced.add(mail.key(), contact.id());
        boolean askedForBefore = !contact.reachable();
        if (!askedForBefore && batons.get(reference).state() != Baton.State.CLOSED) {
            messages.start(
                    reference,
                    "addressWanted",
                    Map.of(
                            CONTACT,
                            contact.id(),
                            "unreachableName",
                            contact.name(),
                            "contactEmail",
                            String.valueOf(contact.email())));
        }
    }

    /** The holder has found out an address, or that the old one works again. */
    void mend(String contactId, String email) {
        contacts.mendAddress(contactId, email);
        contacts.find(contactId).map(Contact::reference).ifPresent(this::clearFlag);
    }

    @EventListener
    void on(AddressMended mended) {
        messages.tell(mended.reference(), "addressMended", CONTACT, mended.contactId(), Map.of());
    }

    /** Sends what came back to the contact's address of today, unless it is not true any more; speaks SMTP. */
    void sendAgain(String contactId) {
        contacts.find(contactId)
                .filter(it -> it.email() != null && it.reachable())
                .ifPresent(contact -> {
                    for (String key : bounced.waitingFor(contactId)) {
                        if (summaries.isStillTrue(key)) {
                            outbox.again(key, String.valueOf(contact.email()));
                        }
                        bounced.markSentAgain(key, contactId);
                    }
                    clearFlag(contact.reference());
                });
    }

    private void clearFlag(LeadReference reference) {
        if (contacts.of(reference).stream().allMatch(Contact::reachable)) {
            batons.clear(reference, Flag.MAIL_BOUNCED, "address mended");
        }
    }
}
