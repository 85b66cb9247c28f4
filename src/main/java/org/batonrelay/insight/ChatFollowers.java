package org.batonrelay.insight;

import org.batonrelay.baton.SharedFields;
import org.batonrelay.chat.LeadChats;
import org.batonrelay.ledger.LeadReference;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who may follow a lead's chats: whoever may see its page, and colleagues who were brought in. */
@Component
class ChatFollowers {

    private final LeadSight sight;
    private final LeadChats chats;
    private final SharedFields shared;

    ChatFollowers(LeadSight sight, LeadChats chats, SharedFields shared) {
        this.sight = sight;
        this.chats = chats;
        this.shared = shared;
    }

    /** @throws org.springframework.web.ErrorResponseException 404 for everybody else, and for a lead that is not there */
    LeadChats.Follower of(String reference, Authentication login) {
        if (!LeadReference.isOne(reference)) {
            throw LeadsApi.notFound();
        }
        LeadReference lead = new LeadReference(reference);
        boolean seesLead = sight.sees(Viewer.of(login), lead)
                && shared.with(login.getName(), lead).shows("messages");
        if (!seesLead && !chats.isBroughtIn(lead, login.getName())) {
            throw LeadsApi.notFound();
        }
        return new LeadChats.Follower(login.getName(), seesLead);
    }
}
