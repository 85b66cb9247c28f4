package org.batonrelay.lead;

import java.util.Optional;
import org.batonrelay.accounts.NoOrganisation;
import org.batonrelay.accounts.OrganisationName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Finds the open relay that a new lead belongs to. */
@Component
public class Duplicates {

    /** @param matched what told: {@code person} (their address, case and +tag aside) or {@code domain} */
    public record Match(LeadReference reference, String matched) {}

    private final Leads leads;
    private final Contacts contacts;
    private final OpenRelays relays;

    Duplicates(Leads leads, Contacts contacts, OpenRelays relays) {
        this.leads = leads;
        this.contacts = contacts;
        this.relays = relays;
    }

    /** The person tells more than the domain. */
    public Optional<Match> of(MailAddress address, Optional<String> ownDomain) {
        return relays.findAlive(contacts.leadsOf(address))
                .map(reference -> new Match(reference, "person"))
                .or(() -> ownDomain
                        .flatMap(domain -> relays.findAlive(contacts.leadsAt(domain)))
                        .map(reference -> new Match(reference, "domain")));
    }

    /** The customer whose further interest a lead is, when nothing of theirs runs. */
    Optional<LeadReference> customer(MailAddress address, Optional<String> ownDomain) {
        return relays.findCustomer(contacts.leadsOf(address))
                .or(() -> ownDomain.flatMap(domain -> relays.findCustomer(contacts.leadsAt(domain))));
    }

    /** Called the same and nothing more: a question to the holder, never a match. */
    Optional<LeadReference> lookingLike(String organisation) {
        OrganisationName name = OrganisationName.of(organisation);
        return name.key().isEmpty() || NoOrganisation.isMeant(organisation)
                ? Optional.empty()
                : relays.findOpen(leads.called(name));
    }
}
