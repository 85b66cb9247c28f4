package org.batonrelay.lead;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.batonrelay.accounts.OrganisationName;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All leads ever captured. */
@Repository
public class Leads {

    /** What is shown where nobody has named an organisation. */
    public static final String NO_ORGANISATION = "organisation unknown";

    private static final RowMapper<Lead> ROWS = RecordRows.of(Lead.class);

    private final JdbcClient jdbc;

    Leads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Lead> find(LeadReference reference) {
        return jdbc.sql("select * from lead where reference = :reference")
                .param("reference", reference.value())
                .query(ROWS)
                .optional();
    }

    /** @throws IllegalArgumentException when there is none */
    public Lead get(LeadReference reference) {
        return find(reference).orElseThrow(() -> new IllegalArgumentException("no lead " + reference));
    }

    /** Its organisation, or that nobody has named one: for whoever need not know more. */
    public String organisationOf(LeadReference reference) {
        String organisation = get(reference).organisation();
        return organisation.isBlank() ? NO_ORGANISATION : organisation;
    }

    /** Its organisation; where there is none, the person who got in touch: for them, and for us. */
    public String shownAs(LeadReference reference) {
        String organisation = get(reference).organisation();
        return organisation.isBlank()
                ? jdbc.sql("select name from contact where reference = :reference order by main desc, added_at, id"
                                + " fetch first 1 rows only")
                        .param("reference", reference.value())
                        .query(String.class)
                        .optional()
                        .orElse(reference.value())
                : organisation;
    }

    /** Leads whose organisation is called the same, legal form and spelling aside. */
    List<LeadReference> called(OrganisationName name) {
        return jdbc.sql("select reference from lead where organisation_key = :key")
                .param("key", name.key())
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
    }

    void add(Lead lead) {
        jdbc.sql("""
                        insert into lead (reference, organisation, organisation_key, domain, segment, country, language,
                            source, named_account, wants_contact, contact_not_before, priority, captured_at, captured_by)
                        values (:reference, :organisation, :key, :domain, :segment, :country, :language,
                            :source, :namedAccount, :wantsContact, :contactNotBefore, :priority, :at, :by)
                        """)
                .param("reference", lead.reference().value())
                .param("organisation", lead.organisation())
                .param("key", OrganisationName.of(lead.organisation()).key())
                .param("domain", lead.domain())
                .param("segment", lead.segment())
                .param("country", lead.country())
                .param("language", lead.language())
                .param("source", lead.source())
                .param("namedAccount", lead.namedAccount())
                .param("wantsContact", lead.wantsContact())
                .param("contactNotBefore", lead.contactNotBefore())
                .param("priority", lead.priority().id())
                .param("at", OffsetDateTime.ofInstant(lead.capturedAt(), ZoneOffset.UTC))
                .param("by", lead.capturedBy())
                .update();
    }

    /** Somebody of them has asked to be called. */
    void wantsContact(LeadReference reference) {
        jdbc.sql("update lead set wants_contact = true, priority = :high where reference = :reference")
                .param("high", Priority.HIGH.id())
                .param("reference", reference.value())
                .update();
    }

    void prioritise(LeadReference reference, Priority priority) {
        jdbc.sql("update lead set priority = :priority where reference = :reference")
                .param("priority", priority.id())
                .param("reference", reference.value())
                .update();
    }
}
