package org.batonrelay.relay;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Variables;
import org.batonrelay.lead.Intake;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.Leads;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A lead with a baton, made by the rooms' own code, for tests of one process without the relay around it. Every lead is
 * of an organisation of its own.
 */
@Component
public class ALead {

    private final AtomicInteger made = new AtomicInteger();
    private final Intake intake;
    private final Leads leads;
    private final Batons batons;
    private final Relays relays;
    private final TransactionTemplate transaction;

    ALead(Intake intake, Leads leads, Batons batons, Relays relays, TransactionTemplate transaction) {
        this.intake = intake;
        this.leads = leads;
        this.batons = batons;
        this.relays = relays;
        this.transaction = transaction;
    }

    /** A lead of which everything is known, held by a person or {@code group:} and a group id. */
    public LeadReference heldBy(String holder, Leg leg) {
        return heldBy(holder, leg, reported("web form", "our price list", "nobody", "a quicker start"));
    }

    /** A lead of which nothing is known but who and where. */
    public LeadReference unknownHeldBy(String holder, Leg leg) {
        return heldBy(holder, leg, reported(null, null, null, null));
    }

    /** A lead with the whole relay around it, offered to the group of SDRs. */
    public LeadReference inRelay() {
        return relays.capture(reported("web form", "our price list", "nobody", "a quicker start"))
                .reference();
    }

    /** Somebody who writes from this address. */
    public static NewLead from(String email, String organisation) {
        return reported(email, organisation, "web form", "our price list", "nobody", "a quicker start");
    }

    /** A lead whose client reads this language and is as large as that. */
    public LeadReference heldBy(String holder, Leg leg, String language, String segment) {
        NewLead usual = reported("web form", "our price list", "nobody", "a quicker start");
        return heldBy(holder, leg, usual.with(LeadField.LANGUAGE, language).with(LeadField.SEGMENT, segment));
    }

    /** Gives a lead that was taken in without its relay the baton that it would have. */
    public void getsABaton(LeadReference lead, Leg leg, String holder) {
        transaction.executeWithoutResult(status -> {
            batons.create(lead, Holder.group("marketing"));
            if (leg != Leg.CAPTURE) {
                batons.startLeg(lead, leg);
            }
            batons.pass(lead, new Holder(holder), "as the test needs it");
        });
    }

    /** Where its relay stands from now on. */
    public void becomes(LeadReference lead, Baton.State state) {
        transaction.executeWithoutResult(status -> batons.become(lead, state));
    }

    private LeadReference heldBy(String holder, Leg leg, NewLead reported) {
        LeadReference reference = transaction.execute(status -> {
            LeadReference taken = intake.take(reported, "website").reference();
            getsABaton(taken, leg, holder);
            return taken;
        });
        if (reference == null) {
            throw new IllegalStateException("no lead was taken in");
        }
        return reference;
    }

    /** What every process of this lead carries; more can be put in. */
    public Map<String, Object> variables(LeadReference reference) {
        Baton baton = batons.get(reference);
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.REFERENCE, reference.value());
        variables.put(Variables.ORGANISATION, leads.get(reference).organisation());
        variables.put(Variables.LEG, baton.leg().id());
        variables.put(Variables.HOLDER, baton.holder().value());
        variables.put(Variables.PRIORITY, "normal");
        return variables;
    }

    private NewLead reported(String source, String knows, String spokenWith, String needs) {
        String name = "Client " + Integer.toString(1000 + made.incrementAndGet(), 36) + " of "
                + Long.toString(System.nanoTime(), 36);
        String domain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "") + ".example";
        return reported("anna@" + domain, name, source, knows, spokenWith, needs);
    }

    private static NewLead reported(
            String email, String name, String source, String knows, String spokenWith, String needs) {
        return NewLead.of("Anna Berg", email, name)
                .with(LeadField.PHONE, "+49 30 1234")
                .with(LeadField.ROLE, "Head of operations")
                .with(LeadField.COUNTRY, "DE")
                .with(LeadField.LANGUAGE, "en")
                .with(LeadField.SOURCE, source)
                .with(LeadField.KNOWS, knows)
                .with(LeadField.SPOKEN_WITH, spokenWith)
                .with(LeadField.NEEDS, needs);
    }
}
