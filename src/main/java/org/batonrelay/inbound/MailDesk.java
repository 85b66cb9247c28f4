package org.batonrelay.inbound;

import java.util.Optional;
import org.batonrelay.correspondence.Matching;
import org.batonrelay.inbox.MailTaker;
import org.batonrelay.lead.ProgramSender;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.PutAside;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** Hands each mail that comes in to whoever knows what to do with its kind. */
@Component
public class MailDesk implements MailTaker {

    private final Bounces bounces;
    private final AwayReplies absences;
    private final MeetingReplies meetings;
    private final ColleagueMail colleagues;
    private final ClientMail clients;
    private final LeadMail leads;
    private final Matching matching;
    private final People people;
    private final AsideNotice asides;

    MailDesk(
            Bounces bounces,
            AwayReplies absences,
            MeetingReplies meetings,
            ColleagueMail colleagues,
            ClientMail clients,
            LeadMail leads,
            Matching matching,
            People people,
            AsideNotice asides) {
        this.bounces = bounces;
        this.absences = absences;
        this.meetings = meetings;
        this.colleagues = colleagues;
        this.clients = clients;
        this.leads = leads;
        this.matching = matching;
        this.people = people;
        this.asides = asides;
    }

    @Override
    public void take(IncomingMail mail) {
        switch (mail.sort()) {
            case OWN -> {}
            case BOUNCE -> bounces.take(mail);
            case AUTOMATIC -> automatic(mail);
            case INVITATION_ANSWER -> {
                if (!meetings.take(mail)) {
                    human(mail);
                }
            }
            case NOTICE -> notice(mail);
            case HUMAN -> {
                if (mail.onlySeemsAutomatic()) {
                    automatic(mail);
                } else {
                    human(mail);
                }
            }
        }
    }

    /**
     * What a person adds to "I am away", and what they write under a program's mark, is read by a person; whoever is no
     * client gets no lead for it. What is marked is not sent on in a colleague's name.
     */
    private void automatic(IncomingMail mail) {
        boolean forLeads = matching.isForLeads(mail)
                && people.withAddress(mail.fromAddress()).isEmpty();
        boolean enquiry = forLeads && !mail.origin().answers() && mail.awayUntil() == null;
        if (enquiry && !seemsAway(mail) && leads.takeIfNamed(mail)) {
            return;
        }
        absences.take(mail);
        Optional<Person> colleague = people.withAddress(mail.fromAddress());
        if (colleague.isPresent() && mail.sort() == IncomingMail.Sort.HUMAN) {
            throw new PutAside("It is from " + colleague.get().name()
                    + ", of our own people, and has the mark of a program: nobody was told of it.");
        }
        if (mail.onlySeemsAutomatic() && colleague.isEmpty() && !clients.take(mail)) {
            String why = "It looks like an automatic answer or a newsletter, and is about no lead that we know. Post it"
                    + " as a lead when it wants something of us.";
            if (enquiry && !mail.origin().toMany()) {
                asides.tell(mail, why);
            }
            throw new PutAside(why);
        }
        if (forLeads && !mail.onlySeemsAutomatic() && matching.of(mail).isEmpty()) {
            String why = "A program sent it to the address for new leads, and nothing in it says beyond doubt who is"
                    + " asking. Post it as a lead when it wants something of us.";
            if (enquiry && !mail.origin().toMany()) {
                asides.tell(mail, why);
            }
            throw new PutAside(why);
        }
    }

    /** Only its words say that a program wrote it: then it is no form's, and a person reads it. */
    private static boolean seemsAway(IncomingMail mail) {
        return mail.onlySeemsAutomatic()
                && !mail.origin().byProgram()
                && !mail.origin().toMany()
                && !ProgramSender.isOne(mail.fromName(), mail.fromAddress());
    }

    private void notice(IncomingMail mail) {
        if (people.withAddress(mail.fromAddress()).isPresent()) {
            throw new PutAside("A program tells of something that one of our own people did: nobody was told of it.");
        }
        stranger(mail);
    }

    private void stranger(IncomingMail mail) {
        if (!clients.take(mail)) {
            throw new PutAside("It is about no lead that we know, and was not written to the address for new ones.");
        }
    }

    private void human(IncomingMail mail) {
        Optional<Person> colleague = people.withAddress(mail.fromAddress());
        if (colleague.isPresent()) {
            colleagues.take(mail, colleague.get());
        } else if (matching.isForLeads(mail)) {
            leads.take(mail);
        } else {
            stranger(mail);
        }
    }
}
