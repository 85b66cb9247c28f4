package org.batonrelay.relay;

import java.util.Optional;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.Leads;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a customer whose relay is finished wants beside: told to whoever looks after them, and passed on to an AE. */
@Component
@Transactional
class FurtherInterest {

    private static final String SOURCE = "customer";

    private final Batons batons;
    private final EarlierRunners earlier;
    private final Leads leads;
    private final Contacts contacts;
    private final People people;
    private final Relays relays;

    FurtherInterest(
            Batons batons, EarlierRunners earlier, Leads leads, Contacts contacts, People people, Relays relays) {
        this.batons = batons;
        this.earlier = earlier;
        this.leads = leads;
        this.contacts = contacts;
        this.people = people;
        this.relays = relays;
    }

    /**
     * @param typed the reference of the customer's finished relay
     * @param nextSteps what was agreed with the customer
     * @return the reference of the new relay
     * @throws Refusal when the customer is not right
     */
    LeadReference start(String typed, String needs, String nextSteps, String by) {
        Baton baton = customer(typed.strip(), by);
        LeadReference reference = baton.reference();
        if (baton.state() != Baton.State.FINISHED) {
            throw new Refusal("The relay of " + reference + " is "
                    + baton.state().id() + ". A new interest starts when it is finished; until then it is part of it.");
        }
        Contact asks = contacts.main(reference)
                .filter(contact -> contact.email() != null)
                .orElseThrow(() -> new Refusal(
                        "There is no contact with an e-mail address at " + reference + ". Start a new lead instead."));
        Lead lead = leads.get(reference);
        return relays.captureOfCustomer(
                NewLead.of(asks.name(), String.valueOf(asks.email()), lead.organisation())
                        .with(LeadField.PHONE, asks.phone())
                        .with(LeadField.ROLE, asks.role())
                        .with(LeadField.COUNTRY, lead.country())
                        .with(LeadField.LANGUAGE, asks.language())
                        .with(LeadField.SEGMENT, lead.segment())
                        .with(LeadField.SOURCE, SOURCE)
                        .with(LeadField.NEEDS, needs),
                nextSteps);
    }

    /** The same for a customer who is not there and one who is nothing to whoever asks, so that nobody learns which. */
    private Baton customer(String reference, String by) {
        return Optional.of(reference)
                .filter(LeadReference::isOne)
                .flatMap(one -> batons.find(new LeadReference(one)))
                .filter(baton -> looksAfter(baton, by))
                .orElseThrow(() -> unknown(reference));
    }

    private boolean looksAfter(Baton baton, String person) {
        return people.isIn(person, "manager")
                || is(baton.holder(), person)
                || earlier.of(baton.reference()).stream().anyMatch(runner -> is(runner, person));
    }

    private boolean is(Holder holder, String person) {
        return holder.isGroup() ? people.isIn(person, holder.id()) : holder.id().equals(person);
    }

    private static Refusal unknown(String reference) {
        return new Refusal("Reference: there is no customer " + reference
                + " whom you have looked after. It stands on every form and mail, such as acme-0042.");
    }
}
