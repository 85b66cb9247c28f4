package org.batonrelay.lead;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.batonrelay.accounts.Account;
import org.batonrelay.accounts.AccountMatch;
import org.batonrelay.accounts.AccountMatching;
import org.batonrelay.accounts.LeadAccounts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a lead in: checks it, and finds the running relay it belongs to or gives it a reference.
 *
 * <p>Long because all that is written down of a lead that comes in stands in one place.
 */
@Component
public class Intake {

    /**
     * @param joined whether the lead belongs to a relay that is still open, whose reference this then is
     * @param customer the finished relay of the customer whose further interest it is; null for everybody else
     */
    public record Taken(
            LeadReference reference,
            boolean joined,
            @Nullable LeadReference customer) {}

    private static final int EXCERPT = 500;
    private static final String LEG = "capture";

    private final LeadRules rules;
    private final PublicMailProviders providers;
    private final CaptureLock lock;
    private final Duplicates duplicates;
    private final AccountMatching accounts;
    private final LeadAccounts leadAccounts;
    private final Customers customers;
    private final References references;
    private final Leads leads;
    private final Contacts contacts;
    private final Facts facts;
    private final LeadLanguage languages;
    private final Ledger ledger;
    private final Clock clock;

    Intake(
            LeadRules rules,
            PublicMailProviders providers,
            CaptureLock lock,
            Duplicates duplicates,
            AccountMatching accounts,
            LeadAccounts leadAccounts,
            Customers customers,
            References references,
            Leads leads,
            Contacts contacts,
            Facts facts,
            LeadLanguage languages,
            Ledger ledger,
            Clock clock) {
        this.rules = rules;
        this.providers = providers;
        this.lock = lock;
        this.duplicates = duplicates;
        this.accounts = accounts;
        this.leadAccounts = leadAccounts;
        this.customers = customers;
        this.references = references;
        this.leads = leads;
        this.contacts = contacts;
        this.facts = facts;
        this.languages = languages;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Writes lead, contact, facts and ledger in the caller's transaction. Whoever brings the same organisation at the
     * same time waits until that transaction has ended: start the relay in it.
     *
     * @param by who captured it, for the ledger
     * @throws InvalidLead when it cannot be taken as it is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(NewLead reported, String by) {
        NewLead lead = reported.tidied();
        List<InvalidLead.Fault> faults = rules.faults(lead);
        if (!faults.isEmpty()) {
            throw new InvalidLead(faults);
        }
        MailAddress address = MailAddress.read(lead.email()).orElseThrow();
        Optional<String> domain = providers.ownDomain(address);
        String slug =
                lead.organisation().isEmpty() ? References.NAMELESS : References.slug(lead.organisation(), domain);
        lock.hold(domain.orElse(address.key()), slug);
        return duplicates
                .of(address, domain)
                .map(match -> join(match, lead, by))
                .orElseGet(() -> captureNew(lead, slug, address, domain.orElse(null), by));
    }

    private Taken captureNew(NewLead lead, String slug, MailAddress address, @Nullable String domain, String by) {
        Optional<LeadReference> looksLike = duplicates.lookingLike(lead.organisation());
        Optional<AccountMatch> match =
                accounts.of(Optional.ofNullable(domain), lead.organisation(), lead.get(LeadField.COUNTRY));
        Optional<Account> account = match.map(AccountMatch::account);
        Optional<LeadReference> customer = duplicates.customer(address, Optional.ofNullable(domain));
        LeadReference reference = references.next(slug);
        leads.add(new Lead(
                reference,
                lead.organisation(),
                domain,
                lead.get(LeadField.SEGMENT) != null
                        ? lead.get(LeadField.SEGMENT)
                        : account.map(Account::segment).orElse(null),
                lead.get(LeadField.COUNTRY) != null
                        ? lead.get(LeadField.COUNTRY)
                        : account.map(Account::country).orElse(null),
                languages.told(lead).orElse(null),
                lead.get(LeadField.SOURCE),
                account.filter(Account::named).isPresent(),
                lead.isHandRaiser(),
                lead.contactNotBefore(),
                lead.isHandRaiser() ? Priority.HIGH : Priority.NORMAL,
                clock.instant(),
                by));
        addContact(reference, lead);
        facts.sayAll(reference, lead, by);
        customer.ifPresent(earlier -> customers.goOn(reference, earlier));
        looksLike.ifPresent(other -> facts.say(reference, Facts.LOOKS_LIKE, other.value(), by));
        match.ifPresent(it -> leadAccounts.keep(reference, it));
        match.ifPresent(it -> facts.say(reference, Facts.ACCOUNT, it.inWords(), by));
        ledger.append(touch(reference, EntryType.LEAD_CAPTURED, lead, by)
                .leg(LEG)
                .with("account", account.map(Account::name).orElse(null))
                .with("accountMatchedBy", match.map(it -> it.by().id()).orElse(null))
                .with("accountMatchedOn", match.map(AccountMatch::on).orElse(null))
                .with("organisation", lead.organisation())
                .with("customerSince", customer.map(LeadReference::value).orElse(null))
                .with("looksLike", looksLike.map(LeadReference::value).orElse(null)));
        return new Taken(reference, false, customer.orElse(null));
    }

    private Taken join(Duplicates.Match match, NewLead lead, String by) {
        LeadReference reference = match.reference();
        Contact contact = addContact(reference, lead);
        facts.sayAll(reference, lead, by);
        if (lead.isHandRaiser()) {
            leads.wantsContact(reference);
        }
        ledger.append(NewEntry.of(reference, EntryType.LEAD_JOINED)
                .by(by)
                .with("contact", contact.name())
                .with("matched", match.matched()));
        ledger.append(touch(reference, EntryType.LEAD_TOUCHED, lead, by));
        return new Taken(reference, true, null);
    }

    private Contact addContact(LeadReference reference, NewLead lead) {
        return contacts.add(
                reference,
                lead.name(),
                lead.email(),
                lead.get(LeadField.PHONE),
                lead.get(LeadField.ROLE),
                languages.of(lead));
    }

    private static NewEntry touch(LeadReference reference, EntryType type, NewLead lead, String by) {
        return NewEntry.of(reference, type)
                .by(by)
                .with("contact", lead.name())
                .with("source", lead.get(LeadField.SOURCE))
                .with("campaign", lead.get(LeadField.CAMPAIGN))
                .with("message", excerpt(lead.get(LeadField.MESSAGE)))
                .with("wantsContact", lead.isHandRaiser() ? true : null);
    }

    private static @Nullable String excerpt(@Nullable String text) {
        return text == null || text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
