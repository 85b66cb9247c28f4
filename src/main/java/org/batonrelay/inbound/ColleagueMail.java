package org.batonrelay.inbound;

import java.util.Optional;
import java.util.regex.Pattern;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Matching;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.correspondence.Speaker;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.PutAside;
import org.batonrelay.summary.Drafts;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/**
 * Mail of our own people: an answer to a client's message, which goes to the client; or a copy of what they wrote, which
 * goes on the lead's timeline and to nobody. Each of its steps is one transaction with the caller's.
 */
@Component
class ColleagueMail {

    private static final Pattern FORWARDED = Pattern.compile("(?i)^\\s*(fwd?|wg|tr|rv)\\s*:.*");

    private final Matching matching;
    private final HolderAnswers answers;
    private final Contacts contacts;
    private final Leads leads;
    private final Correspondence correspondence;
    private final Notes notes;
    private final Drafts drafts;
    private final Doubts doubts;
    private final OutsideTeams outside;
    private final LeadMail newLeads;
    private final UnclearForward unclear;

    ColleagueMail(
            Matching matching,
            HolderAnswers answers,
            Contacts contacts,
            Leads leads,
            Correspondence correspondence,
            Notes notes,
            Drafts drafts,
            Doubts doubts,
            OutsideTeams outside,
            LeadMail newLeads,
            UnclearForward unclear) {
        this.matching = matching;
        this.answers = answers;
        this.contacts = contacts;
        this.leads = leads;
        this.correspondence = correspondence;
        this.notes = notes;
        this.drafts = drafts;
        this.doubts = doubts;
        this.outside = outside;
        this.newLeads = newLeads;
        this.unclear = unclear;
    }

    /** @throws PutAside when it cannot be believed, or is about no lead */
    void take(IncomingMail mail, Person colleague) {
        if (answers.take(mail, colleague)) {
            return;
        }
        Optional<LeadReference> about = matching.copiedTo(mail)
                .or(() -> matching.of(mail).map(Matching.Match::reference))
                .filter(it -> leads.find(it).isPresent());
        if (about.isEmpty() && matching.isForLeads(mail)) {
            passOn(mail, colleague);
            return;
        }
        LeadReference reference = about.orElseThrow(
                () -> new PutAside("It is from " + colleague.name() + ", of our own people, and names no"
                        + " lead. Copy mail to lead+{reference}@ to put it on a lead's timeline."));
        if (!mail.fromIsProven()) {
            doubts.tell(reference, mail, colleague);
            throw new PutAside("It says that it is from " + colleague.name()
                    + ", of our own people; nothing proves it, so it is not on the timeline of " + reference + ".");
        }
        if (!outside.mayWrite(reference, colleague.id())) {
            throw new PutAside("It is from " + colleague.name() + ", of an outside team that has never run " + reference
                    + ", so it is not on its timeline.");
        }
        keep(reference, mail, colleague);
    }

    /** A client's enquiry that one of us passes on to the address for new leads. */
    private void passOn(IncomingMail mail, Person colleague) {
        String why;
        if (!mail.fromIsProven()) {
            why = "Nothing proves that this mail is yours, so nothing was made of it.";
        } else if (newLeads.takePassedOn(mail, colleague)) {
            return;
        } else {
            why = "It does not say beyond doubt whose enquiry it is: there is no forwarded mail in it with the"
                    + " sender's address, and no name with an e-mail address.";
        }
        unclear.tell(mail, colleague, why);
        throw new PutAside("It is from " + colleague.name()
                + ", of our own people, and was written to the address for new leads. " + why);
    }

    private void keep(LeadReference reference, IncomingMail mail, Person colleague) {
        Optional<Contact> client = mail.recipients().stream()
                .flatMap(address -> contacts.find(reference, address).stream())
                .findFirst();
        String text = text(mail);
        SixHeadings.read(mail.text()).ifPresent(fields -> drafts.keep(reference, fields, colleague.id()));
        if (client.isPresent()) {
            correspondence.told(
                    reference, Speaker.of(client.get()), Channel.MAIL, text, mail.subject(), colleague.id(), mail.id());
        } else {
            notes.write(reference, colleague.id(), mail.subject().isBlank() ? text : mail.subject() + "\n\n" + text);
        }
    }

    /** What was forwarded is all quotes, and the point of forwarding it. */
    private static String text(IncomingMail mail) {
        boolean all = mail.said().isBlank() || FORWARDED.matcher(mail.subject()).matches();
        String text = all ? mail.text() : mail.said();
        return text.isBlank() ? "(no text)" : text;
    }
}
