package org.batonrelay.insight;

import org.batonrelay.chat.LeadChats;
import org.batonrelay.ledger.LeadReference;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may follow a lead's chats: whoever may see its page, and colleagues who were brought in. */
@Component
class ChatFollowers {

    private final LeadSight sight;
    private final LeadChats chats;

    ChatFollowers(LeadSight sight, LeadChats chats) {
        this.sight = sight;
        this.chats = chats;
    }

    /** @throws org.springframework.web.ErrorResponseException 404 for everybody else, and for a lead that is not there */
    LeadChats.Follower of(String reference, Authentication login) {
        if (!LeadReference.isOne(reference)) {
            throw LeadsApi.notFound();
        }
        LeadReference lead = new LeadReference(reference);
        boolean seesLead = sight.sees(Viewer.of(login), lead);
        if (!seesLead && !chats.isBroughtIn(lead, login.getName())) {
            throw LeadsApi.notFound();
        }
        return new LeadChats.Follower(login.getName(), seesLead);
    }
}
