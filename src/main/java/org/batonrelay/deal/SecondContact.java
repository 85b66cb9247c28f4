package org.batonrelay.deal;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A deal that hangs on one person at the client's side is a weak one: it flies a flag until somebody else is known. */
@Component
@Transactional
class SecondContact {

    /** Somebody at the client, as far as it was filled in. */
    record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role) {}

    private static final int ENOUGH = 2;

    private final Contacts contacts;
    private final Batons batons;
    private final Ledger ledger;
    private final LeadTasks tasks;

    SecondContact(Contacts contacts, Batons batons, Ledger ledger, LeadTasks tasks) {
        this.contacts = contacts;
        this.batons = batons;
        this.ledger = ledger;
        this.tasks = tasks;
    }

    /** Raises the flag, or clears it. */
    void count(LeadReference reference) {
        int known = contacts.of(reference).size();
        if (known < ENOUGH) {
            batons.raise(reference, Flag.ONE_CONTACT, "a deal needs two people on the client's side");
        } else {
            batons.clear(reference, Flag.ONE_CONTACT, known + " contacts");
        }
    }

    /** @throws Refusal for an address without a name */
    void add(LeadReference reference, Person who) {
        if (who.name() == null && who.email() == null) {
            return;
        }
        if (who.name() == null) {
            throw new Refusal("Name: who is " + who.email() + "?");
        }
        contacts.add(reference, who.name(), who.email(), null, who.role(), null);
        count(reference);
    }

    /**
     * The AE moves to the contract, and the flag wants an answer.
     *
     * @param whyNot why there is nobody else; null where they have not said
     * @return whether they still have to answer
     */
    boolean isOwed(LeadReference reference, @Nullable String whyNot) {
        count(reference);
        boolean enough = isEnough(reference);
        if (!enough && whyNot != null) {
            explain(reference, whyNot);
        }
        return !enough && whyNot == null && !isAnswered(reference);
    }

    /** The contract is signed: what is not answered now never is. */
    void missAnswer(LeadReference reference) {
        if (isAsked(reference) && !isEnough(reference)) {
            batons.recordDeparture(
                    reference,
                    "won with one contact only",
                    "the question for a second one at the client was never answered");
        }
    }

    private boolean isEnough(LeadReference reference) {
        return contacts.of(reference).size() >= ENOUGH;
    }

    private boolean isAsked(LeadReference reference) {
        return tasks.find(reference, "nameSecondContact").isPresent();
    }

    /** They have said why there is nobody else, or are being asked already. */
    private boolean isAnswered(LeadReference reference) {
        return isAsked(reference)
                || ledger.of(reference).stream()
                        .anyMatch(entry -> entry.type() == EntryType.FLAG_EXPLAINED
                                && Flag.ONE_CONTACT.id().equals(entry.detail().get("flag")));
    }

    /**
     * The AE answers the flag after all.
     *
     * @param who {@code named} or {@code nobody}
     * @return what the form leaves behind
     * @throws Refusal for somebody who was known before
     */
    Map<String, @Nullable Object> answer(LeadReference reference, String who, Person contact, @Nullable String whyNot) {
        if (who.equals("nobody")) {
            explain(reference, whyNot == null ? "" : whyNot);
        } else {
            add(reference, contact);
            if (!isEnough(reference)) {
                throw new Refusal("Name: " + contact.name() + " is known already, and the only one."
                        + " Name somebody else, or say why there is nobody.");
            }
        }
        Map<String, @Nullable Object> nothing = new HashMap<>();
        nothing.put(DealVariables.CONTACT_NAME, null);
        nothing.put(DealVariables.CONTACT_EMAIL, null);
        nothing.put(DealVariables.CONTACT_ROLE, null);
        nothing.put(DealVariables.ONE_CONTACT_REASON, null);
        return nothing;
    }

    /** There is nobody else: the flag stays up, with the reason beside it. */
    private void explain(LeadReference reference, String why) {
        ledger.append(NewEntry.of(reference, EntryType.FLAG_EXPLAINED)
                .leg(batons.get(reference).leg().id())
                .with("flag", Flag.ONE_CONTACT.id())
                .with("why", why));
    }
}
