package org.batonrelay.lead;

import java.util.List;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The people on the clients' side. */
@Repository
public class Contacts {

    /** Main contact first, then in the order they were added. */
    public List<Contact> of(LeadReference reference) {
        throw new UnsupportedOperationException("lead helper");
    }

    public Optional<Contact> main(LeadReference reference) {
        return of(reference).stream().filter(Contact::main).findFirst();
    }

    public Optional<Contact> find(String id) {
        throw new UnsupportedOperationException("lead helper");
    }

    /** Adds a person, or completes the one whose address it is (case and +tag aside). */
    public Contact add(
            LeadReference reference,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role,
            @Nullable String language) {
        throw new UnsupportedOperationException("lead helper");
    }

    /** Gives a contact a new address, to which mail can be tried again. */
    public void mendAddress(String contactId, String email) {
        throw new UnsupportedOperationException("lead helper");
    }
}
