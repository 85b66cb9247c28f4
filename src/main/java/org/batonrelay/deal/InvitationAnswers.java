package org.batonrelay.deal;

import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people answer to invitations by their calendar programs: accepted, declined, tentative, another time. */
@Component
@Transactional
public class InvitationAnswers {

    /**
     * @param from whose mail it came with
     * @param ics the calendar file as it came; written by a stranger, so anything may be in it
     * @return whether it was an answer to an invitation of this lead; when not, nothing has changed
     */
    public boolean take(LeadReference reference, Contact from, byte[] ics) {
        return false;
    }
}
