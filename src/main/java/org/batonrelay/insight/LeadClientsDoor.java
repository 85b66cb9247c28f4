package org.batonrelay.insight;

import org.batonrelay.chat.RememberedBrowsers;
import org.batonrelay.client.PageLinks;
import org.batonrelay.correspondence.Proposals;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.meeting.WhoMeets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the holder decides on the tab about the client's people and their page: who belongs to it, comes, and finds what. */
@RestController
@RequestMapping(path = "/leads/{reference}", produces = MediaType.APPLICATION_PROBLEM_JSON_VALUE)
@ResponseStatus(HttpStatus.NO_CONTENT)
class LeadClientsDoor {

    record Decision(boolean take) {}

    record Guest(boolean invited) {}

    record NewLink(@Nullable String title, @Nullable String address) {}

    private final LeadAccess access;
    private final Contacts contacts;
    private final Proposals proposals;
    private final WhoMeets who;
    private final RememberedBrowsers browsers;
    private final PageLinks links;

    LeadClientsDoor(
            LeadAccess access,
            Contacts contacts,
            Proposals proposals,
            WhoMeets who,
            RememberedBrowsers browsers,
            PageLinks links) {
        this.access = access;
        this.contacts = contacts;
        this.proposals = proposals;
        this.who = who;
        this.browsers = browsers;
        this.links = links;
    }

    /** Somebody whom the client has copied into a mail becomes a contact, or does not. */
    @PostMapping("/contacts/proposed/{id}")
    void decide(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestBody Decision decision,
            Authentication login) {
        LeadReference lead = access.held(reference, login);
        if (decision.take()) {
            proposals.take(lead, id, login.getName());
        } else {
            proposals.decline(lead, id, login.getName());
        }
    }

    @PostMapping("/contacts/{id}/meetings")
    void invite(
            @PathVariable String reference, @PathVariable String id, @RequestBody Guest guest, Authentication login) {
        who.choose(contact(access.held(reference, login), id), guest.invited(), login.getName());
    }

    @PostMapping("/contacts/{id}/forget-browsers")
    void forgetBrowsers(@PathVariable String reference, @PathVariable String id, Authentication login) {
        browsers.forget(contact(access.held(reference, login), id), login.getName());
    }

    @PostMapping("/links")
    void link(@PathVariable String reference, @RequestBody NewLink link, Authentication login) {
        links.add(access.held(reference, login), text(link.title()), text(link.address()), login.getName());
    }

    @PostMapping("/links/{id}/remove")
    void unlink(@PathVariable String reference, @PathVariable String id, Authentication login) {
        links.remove(access.held(reference, login), id, login.getName());
    }

    private Contact contact(LeadReference lead, String id) {
        return contacts.find(id)
                .filter(it -> it.reference().equals(lead))
                .orElseThrow(() -> LeadAccess.refused(HttpStatus.NOT_FOUND, "There is no such contact of this lead."));
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe.strip();
    }
}
