package org.batonrelay.correspondence;

import java.util.Optional;
import org.batonrelay.mail.IncomingMail;
import org.batonrelay.mail.MailTaker;
import org.batonrelay.mail.PutAside;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** Hands each mail that comes in to whoever knows what to do with its kind. */
@Component
class MailDesk implements MailTaker {

    private final Bounces bounces;
    private final AwayReplies absences;
    private final MeetingReplies meetings;
    private final ColleagueMail colleagues;
    private final ClientMail clients;
    private final LeadMail leads;
    private final Matching matching;
    private final People people;

    MailDesk(
            Bounces bounces,
            AwayReplies absences,
            MeetingReplies meetings,
            ColleagueMail colleagues,
            ClientMail clients,
            LeadMail leads,
            Matching matching,
            People people) {
        this.bounces = bounces;
        this.absences = absences;
        this.meetings = meetings;
        this.colleagues = colleagues;
        this.clients = clients;
        this.leads = leads;
        this.matching = matching;
        this.people = people;
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
        absences.take(mail);
        Optional<Person> colleague = people.withAddress(mail.fromAddress());
        if (colleague.isPresent() && mail.sort() == IncomingMail.Sort.HUMAN) {
            throw new PutAside("It is from " + colleague.get().name()
                    + ", of our own people, and has the mark of a program:" + " nobody was told of it.");
        }
        if (mail.onlySeemsAutomatic() && colleague.isEmpty() && !clients.take(mail)) {
            throw new PutAside(
                    "It looks like an automatic answer or a newsletter, and is about no lead that we know. Post it"
                            + " as a lead when it wants something of us.");
        }
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
