package org.batonrelay.backward;

import java.util.List;
import java.util.stream.Collectors;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Message;
import org.batonrelay.correspondence.PassingOn;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a client has asked somebody whose lead it is no longer. */
@Component
@Transactional
class MisdirectedQuestion {

    private final LeadAtHand leads;
    private final EarlierRunners earlier;
    private final Contacts contacts;
    private final Correspondence correspondence;
    private final PassingOn passingOn;
    private final People people;

    MisdirectedQuestion(
            LeadAtHand leads,
            EarlierRunners earlier,
            Contacts contacts,
            Correspondence correspondence,
            PassingOn passingOn,
            People people) {
        this.leads = leads;
        this.earlier = earlier;
        this.contacts = contacts;
        this.correspondence = correspondence;
        this.passingOn = passingOn;
        this.people = people;
    }

    /**
     * The question reaches today's holder like any other of the client's, and the client learns who answers.
     *
     * @param email of who asked; null for the main contact
     */
    LeadReference passOn(String reference, @Nullable String email, String question, String by) {
        Contact contact = whoAsked(reference, email, by);
        Message asked =
                correspondence.received(contact.reference(), contact, Channel.MAIL, question.strip(), null, null);
        passingOn.passOn(contact.reference(), asked, by);
        return contact.reference();
    }

    /** @throws Refusal when the lead, the one who was asked, or the one who asked is not right */
    Contact whoAsked(String reference, @Nullable String email, String by) {
        Baton baton = leads.running(reference);
        if (leads.isHeldBy(baton, by)) {
            throw new Refusal("You hold " + reference + " yourself: the question is yours to answer.");
        }
        if (!hasRun(baton, by)) {
            throw leads.unknown(reference);
        }
        return find(baton.reference(), email);
    }

    private boolean hasRun(Baton baton, String person) {
        return earlier.of(baton.reference()).stream()
                .anyMatch(runner ->
                        runner.equals(Holder.person(person)) || runner.isGroup() && people.isIn(person, runner.id()));
    }

    private Contact find(LeadReference reference, @Nullable String email) {
        List<Contact> known = contacts.of(reference);
        return known.stream()
                .filter(contact -> email == null || email.strip().equalsIgnoreCase(contact.email()))
                .findFirst()
                .orElseThrow(() -> new Refusal("Who asked: nobody of this client has the address " + email
                        + ". Known are "
                        + known.stream()
                                .map(contact -> String.valueOf(contact.email()))
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
