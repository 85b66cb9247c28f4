package org.batonrelay.lead;

import java.util.Optional;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whose further interest a lead is: customers are won already, and are known. */
@Repository
@Transactional
public class Customers {

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Facts facts;

    Customers(JdbcClient jdbc, Contacts contacts, Facts facts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.facts = facts;
    }

    /** The lead that this one goes on from. */
    @Transactional(readOnly = true)
    public Optional<LeadReference> earlier(LeadReference reference) {
        return jdbc.sql("select earlier from continued_lead where reference = :reference")
                .param("reference", reference.value())
                .query((row, number) -> new LeadReference(row.getString(1)))
                .optional();
    }

    /** The people whom we know there come along, behind whoever asks now. */
    void goOn(LeadReference reference, LeadReference earlier) {
        jdbc.sql("insert into continued_lead (reference, earlier) values (:reference, :earlier)")
                .param("reference", reference.value())
                .param("earlier", earlier.value())
                .update();
        for (Contact known : contacts.of(earlier)) {
            Contact same =
                    contacts.add(reference, known.name(), known.email(), known.phone(), known.role(), known.language());
            if (!known.reachable()) {
                contacts.cannotBeReached(same.id());
            }
        }
        facts.say(reference, Facts.CUSTOMER_SINCE, earlier.value(), CurrentActor.name());
    }
}
