package org.batonrelay.correspondence;

import org.batonrelay.lead.Capture;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.MailedLead;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.IncomingMail;
import org.batonrelay.mail.PutAside;
import org.springframework.stereotype.Component;

/** A mail to leads@: whoever wrote it wants something of us. In the caller's transaction. */
@Component
class LeadMail {

    private final MailedLead leads;
    private final Capture capture;
    private final Contacts contacts;
    private final Correspondence correspondence;
    private final Enclosures enclosures;

    LeadMail(
            MailedLead leads,
            Capture capture,
            Contacts contacts,
            Correspondence correspondence,
            Enclosures enclosures) {
        this.leads = leads;
        this.capture = capture;
        this.contacts = contacts;
        this.correspondence = correspondence;
        this.enclosures = enclosures;
    }

    /**
     * Starts a lead, or joins the running one of the same client; the message and its files are kept with it.
     *
     * @throws PutAside when nobody could answer it
     */
    void take(IncomingMail mail) {
        String text = mail.said().isBlank() ? mail.text() : mail.said();
        Capture.Captured captured = leads.read(mail.fromName(), mail.fromAddress(), mail.subject(), text)
                .map(capture::capture)
                .orElseThrow(() -> new PutAside("It was written to the address for new leads, and its sender has no"
                        + " address that can be answered."));
        LeadReference reference = captured.reference();
        contacts.find(reference, mail.fromAddress()).ifPresent(contact -> {
            Message message = correspondence.heard(
                    reference,
                    Speaker.of(contact),
                    Channel.MAIL,
                    text.isBlank() ? "(no text)" : text,
                    mail.subject(),
                    mail.id());
            enclosures.keep(mail, message);
            enclosures.propose(mail, message);
            if (captured.joined()) {
                correspondence.tellHolder(message, "");
            }
        });
    }
}
