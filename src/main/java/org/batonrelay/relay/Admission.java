package org.batonrelay.relay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Customers;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.Intake;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.lead.NewLead;
import org.batonrelay.lead.Priority;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admits a lead to the relay: who holds it from the start, and from when on it may be called. */
@Component
@Transactional
class Admission {

    /** @param contactAt the first opening minute at which the lead may be called, null when that is now */
    record Admitted(
            LeadReference reference,
            String organisation,
            Priority priority,
            Holder holder,
            boolean joined,
            boolean finderKeeps,
            boolean customer,
            @Nullable Date contactAt) {}

    private static final Holder MARKETING = Holder.group("marketing");
    private static final Holder CUSTOMER_SERVICE = Holder.group("customer-service");
    private static final List<String> CARERS = List.of("csm", "customer-service");

    private final Intake intake;
    private final Leads leads;
    private final Customers customers;
    private final Facts facts;
    private final CarriedPromises promises;
    private final Batons batons;
    private final People people;
    private final BusinessCalendar calendar;

    Admission(
            Intake intake,
            Leads leads,
            Customers customers,
            Facts facts,
            CarriedPromises promises,
            Batons batons,
            People people,
            BusinessCalendar calendar) {
        this.intake = intake;
        this.leads = leads;
        this.customers = customers;
        this.facts = facts;
        this.promises = promises;
        this.batons = batons;
        this.people = people;
        this.calendar = calendar;
    }

    Admitted admit(
            NewLead reported,
            @Nullable String note,
            @Nullable String nextSteps,
            boolean keepIt,
            @Nullable String handTo,
            String finder) {
        requireReceiver(handTo);
        Intake.Taken taken = intake.take(reported, finder);
        Lead lead = leads.get(taken.reference());
        if (note != null) {
            facts.say(lead.reference(), "note", note, finder);
        }
        facts.say(lead.reference(), RelayVariables.NEXT_STEPS, nextSteps, finder);
        boolean keeps = !taken.joined() && keepIt && handTo == null && sells(finder);
        if (!taken.joined()) {
            batons.create(lead.reference(), keeps ? Holder.person(finder) : holder(taken, finder));
            carryOver(taken);
        }
        Date contactAt = taken.joined() ? null : contactAt(lead.contactNotBefore());
        if (contactAt != null) {
            batons.become(lead.reference(), Baton.State.WAITING);
        }
        return new Admitted(
                lead.reference(),
                lead.organisation(),
                lead.priority(),
                batons.get(lead.reference()).holder(),
                taken.joined(),
                keeps,
                taken.customer() != null && !keeps && handTo == null,
                contactAt);
    }

    /** The same of one that is in already and has waited: nothing of it is written twice. */
    Admitted ofKept(LeadReference reference) {
        Lead lead = leads.get(reference);
        Date contactAt = contactAt(lead.contactNotBefore());
        batons.become(reference, contactAt == null ? Baton.State.RUNNING : Baton.State.WAITING);
        return new Admitted(
                reference,
                lead.organisation(),
                lead.priority(),
                batons.get(reference).holder(),
                false,
                false,
                customers.earlier(reference).isPresent(),
                contactAt);
    }

    /** A customer is held by whoever looks after them until an AE takes their further interest. */
    private Holder holder(Intake.Taken taken, String finder) {
        if (taken.customer() == null) {
            return MARKETING;
        }
        if (CARERS.stream().anyMatch(group -> people.isIn(finder, group))) {
            return Holder.person(finder);
        }
        Holder carer = batons.get(taken.customer()).holder();
        return carer.isGroup() || people.isWorking(carer.id()) ? carer : CUSTOMER_SERVICE;
    }

    private void carryOver(Intake.Taken taken) {
        if (taken.customer() != null) {
            promises.carry(taken.customer(), taken.reference());
        }
    }

    /** Who finds a client keeps them, if selling is their work. */
    private boolean sells(String finder) {
        return people.isIn(finder, "sdr") || people.isIn(finder, "ae");
    }

    private void requireReceiver(@Nullable String handTo) {
        if (handTo == null) {
            return;
        }
        Holder receiver = new Holder(handTo);
        boolean known = receiver.isGroup()
                ? people.groupExists(receiver.id())
                : people.person(receiver.id()).isPresent();
        if (!known) {
            throw new Refusal("\"Hand to\": there is no " + (receiver.isGroup() ? "group" : "person") + " called "
                    + receiver.id() + ". Give a user id, or group: and a group id.");
        }
    }

    private @Nullable Date contactAt(@Nullable LocalDate notBefore) {
        if (notBefore == null || !notBefore.isAfter(calendar.today("sdr"))) {
            return null;
        }
        Instant opening = calendar.opening(notBefore, "sdr");
        return Date.from(opening);
    }
}
