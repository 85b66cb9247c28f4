package org.batonrelay.insight;

import java.net.URI;
import org.batonrelay.lead.AutomaticMail;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody of the client has said or written that they want no more mail: whoever reads it notes it on the lead's page. */
@Controller
class MailWishesInBrowser {

    private final LeadAccess access;
    private final Contacts contacts;
    private final AutomaticMail mail;

    MailWishesInBrowser(LeadAccess access, Contacts contacts, AutomaticMail mail) {
        this.access = access;
        this.contacts = contacts;
        this.mail = mail;
    }

    @PostMapping("/leads/{reference}/contacts/{id}/automatic-mail")
    ResponseEntity<Void> wish(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestParam boolean wanted,
            Authentication login) {
        LeadReference lead = access.shared(reference, "contacts", login);
        Contact contact = contacts.find(id)
                .filter(it -> it.reference().equals(lead))
                .orElseThrow(() -> LeadAccess.refused(HttpStatus.NOT_FOUND, "There is no such contact of this lead."));
        if (wanted) {
            mail.resume(contact, login.getName());
        } else {
            mail.stop(contact, login.getName());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/leads/" + reference + "?done=" + (wanted ? "resumed" : "stopped")))
                .build();
    }
}
