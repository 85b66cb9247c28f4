package org.batonrelay.lead;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one link of a contact to the client's page of a lead: unguessable, expiring, and kept only as a hash. Its token
 * follows from the contact and the house's secret, so that every mail carries the same link.
 */
@Component
public class ContactLinks {

    /** The absolute address of the contact's page; makes or renews the link. */
    public String pageOf(Contact contact) {
        throw new UnsupportedOperationException("lead helper");
    }

    /** The address that answers of this contact come back to ({@code reply+token@domain}); its token opens no page. */
    public String replyAddressOf(Contact contact) {
        throw new UnsupportedOperationException("lead helper");
    }

    /** Whose link this is; empty for a wrong or expired one. */
    public Optional<Contact> open(String token) {
        throw new UnsupportedOperationException("lead helper");
    }
}
