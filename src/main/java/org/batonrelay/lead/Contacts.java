package org.batonrelay.lead;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people on the clients' side. Long because all that is known of a person is read and written in one place. */
@Repository
@Transactional
public class Contacts {

    private static final String KNOWN =
            "select contact.*, not exists (select 1 from automatic_mail_stop as stop where stop.email_key = contact.email_key)"
                    + " as wants_automatic_mail from contact";

    private static final RowMapper<Contact> ROWS = RecordRows.of(Contact.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PublicMailProviders providers;
    private final LeadLanguage languages;

    Contacts(JdbcClient jdbc, Clock clock, PublicMailProviders providers, LeadLanguage languages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.providers = providers;
        this.languages = languages;
    }

    /** Main contact first, then in the order they were added. */
    @Transactional(readOnly = true)
    public List<Contact> of(LeadReference reference) {
        return jdbc.sql(KNOWN + " where reference = :reference order by main desc, added_at, id")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Contact> main(LeadReference reference) {
        return of(reference).stream().filter(Contact::main).findFirst();
    }

    /** The contact of a lead with this address, case and +tag aside. */
    @Transactional(readOnly = true)
    public Optional<Contact> find(LeadReference reference, String email) {
        return MailAddress.read(email.strip())
                .flatMap(address -> of(reference).stream()
                        .filter(it -> isSame(it, "", address))
                        .findFirst());
    }

    @Transactional(readOnly = true)
    public Optional<Contact> find(String id) {
        return jdbc.sql(KNOWN + " where id = :id").param("id", id).query(ROWS).optional();
    }

    /**
     * Adds a person, or completes the one whose address it is (case and +tag aside). The first is the main contact.
     *
     * @throws Refusal when the address is none
     */
    public Contact add(
            LeadReference reference,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String role,
            @Nullable String language) {
        MailAddress address = email == null || email.isBlank() ? null : address(email);
        Optional<Contact> known =
                of(reference).stream().filter(it -> isSame(it, name, address)).findFirst();
        if (known.isPresent()) {
            return complete(known.get(), phone, role, language);
        }
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into contact (id, reference, name, email, email_key, domain, phone, role, language, main,
                            reachable, added_at)
                        values (:id, :reference, :name, :email, :key, :domain, :phone, :role, :language, :main,
                            true, :now)
                        """)
                .param("id", id)
                .param("reference", reference.value())
                .param("name", name.strip())
                .param("email", address == null ? null : address.toString())
                .param("key", address == null ? null : address.key())
                .param(
                        "domain",
                        address == null ? null : providers.ownDomain(address).orElse(null))
                .param("phone", phone)
                .param("role", role)
                .param("language", language == null ? languageOf(reference) : language)
                .param("main", of(reference).isEmpty())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return find(id).orElseThrow();
    }

    /**
     * Gives a contact a new address, to which mail can be tried again.
     *
     * @throws Refusal when the address is none, or another contact's
     */
    public void mendAddress(String contactId, String email) {
        MailAddress address = address(email);
        Contact contact = find(contactId).orElseThrow(() -> new IllegalArgumentException("no contact " + contactId));
        boolean taken =
                of(contact.reference()).stream().anyMatch(it -> !it.id().equals(contactId) && isSame(it, "", address));
        if (taken) {
            throw new Refusal("Another contact of this client already has the address " + address + ".");
        }
        jdbc.sql("update contact set email = :email, email_key = :key, domain = :domain, reachable = true"
                        + " where id = :id")
                .param("email", address.toString())
                .param("key", address.key())
                .param("domain", providers.ownDomain(address).orElse(null))
                .param("id", contactId)
                .update();
    }

    /** Mail to this contact has come back: nothing is sent there until the address is mended. */
    public void cannotBeReached(String contactId) {
        jdbc.sql("update contact set reachable = false where id = :id")
                .param("id", contactId)
                .update();
    }

    /** The people with this address (case and +tag aside), of whatever leads; none for what is no address. */
    @Transactional(readOnly = true)
    public List<Contact> withAddress(String email) {
        return MailAddress.read(email.strip())
                .map(address -> jdbc.sql(KNOWN + " where email_key = :key order by added_at, id")
                        .param("key", address.key())
                        .query(ROWS)
                        .list())
                .orElse(List.of());
    }

    /** The leads that have this person among their contacts. */
    List<LeadReference> leadsOf(MailAddress person) {
        return jdbc.sql("select distinct reference from contact where email_key = :key")
                .param("key", person.key())
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
    }

    List<LeadReference> leadsAt(String domain) {
        return jdbc.sql("select distinct reference from contact where domain = :domain")
                .param("domain", domain)
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
    }

    /** Whoever comes to a lead reads what its first contact reads, as far as nobody knows better. */
    private String languageOf(LeadReference reference) {
        return of(reference).stream()
                .map(Contact::language)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(languages.house());
    }

    private Contact complete(Contact known, @Nullable String phone, @Nullable String role, @Nullable String language) {
        jdbc.sql("update contact set phone = coalesce(phone, :phone), role = coalesce(role, :role),"
                        + " language = coalesce(language, :language) where id = :id")
                .param("phone", phone)
                .param("role", role)
                .param("language", language)
                .param("id", known.id())
                .update();
        return find(known.id()).orElseThrow();
    }

    private static boolean isSame(Contact contact, String name, @Nullable MailAddress address) {
        if (address == null) {
            return contact.email() == null && contact.name().equalsIgnoreCase(name.strip());
        }
        return contact.email() != null
                && MailAddress.read(contact.email())
                        .filter(it -> it.key().equals(address.key()))
                        .isPresent();
    }

    private static MailAddress address(String email) {
        return MailAddress.read(email.strip())
                .orElseThrow(() -> new Refusal("The e-mail address is not one, such as anna@acme.com."));
    }
}
