package org.batonrelay.inbound;

import java.util.List;
import java.util.Optional;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Enclosures;
import org.batonrelay.correspondence.Message;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.correspondence.Speaker;
import org.batonrelay.lead.Capture;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.MailedLead;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.PutAside;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** A mail to leads@: whoever asks by it wants something of us. In the caller's transaction. */
@Component
class LeadMail {

    private final MailedLead leads;
    private final Capture capture;
    private final Contacts contacts;
    private final Correspondence correspondence;
    private final Notes notes;
    private final Enclosures enclosures;
    private final AsideNotice asides;

    LeadMail(
            MailedLead leads,
            Capture capture,
            Contacts contacts,
            Correspondence correspondence,
            Notes notes,
            Enclosures enclosures,
            AsideNotice asides) {
        this.leads = leads;
        this.capture = capture;
        this.contacts = contacts;
        this.correspondence = correspondence;
        this.notes = notes;
        this.enclosures = enclosures;
        this.asides = asides;
    }

    /**
     * Starts a lead, or joins the running one of the same client; the message and its files are kept with it.
     *
     * @throws PutAside when nobody could answer it
     */
    void take(IncomingMail mail) {
        if (!takeIfNamed(mail)) {
            String why = "It was written to the address for new leads, and nothing in it says beyond doubt who is"
                    + " asking and could be answered. Post it as a lead when it wants something of us.";
            asides.tell(mail, why);
            throw new PutAside(why);
        }
    }

    /** The same for what a program sent; nothing happens where it does not say who asks. */
    boolean takeIfNamed(IncomingMail mail) {
        Optional<MailedLead.Asked> asked = leads.read(mail);
        asked.ifPresent(it -> take(mail, it));
        return asked.isPresent();
    }

    /**
     * What one of us passes on is a lead of whoever wrote it, found by the one who passes it on.
     *
     * @return whether it says who is asking
     */
    boolean takePassedOn(IncomingMail mail, Person colleague) {
        List<MailedLead.Asked> all = leads.passedOn(mail);
        String comment = leads.comment(mail);
        for (MailedLead.Asked asked : all) {
            LeadReference reference = CurrentActor.as(colleague.id(), () -> take(mail, asked));
            if (!comment.isBlank() && !asked.text().contains(comment)) {
                notes.write(reference, colleague.id(), comment);
            }
        }
        return !all.isEmpty();
    }

    private LeadReference take(IncomingMail mail, MailedLead.Asked asked) {
        Capture.Captured captured = capture.capture(asked.lead());
        LeadReference reference = captured.reference();
        contacts.find(reference, asked.lead().email()).ifPresent(contact -> {
            Message message = correspondence.heard(
                    reference, Speaker.of(contact), Channel.MAIL, asked.text(), asked.subject(), mail.id());
            enclosures.keep(mail, message);
            if (mail.fromAddress().equals(asked.lead().email())) {
                enclosures.propose(mail, message);
            }
            if (captured.joined()) {
                correspondence.tellHolder(message, "");
            }
        });
        return reference;
    }
}
