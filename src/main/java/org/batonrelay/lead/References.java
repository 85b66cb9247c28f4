package org.batonrelay.lead;

import java.util.Locale;
import java.util.Optional;
import org.batonrelay.accounts.OrganisationName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives out references, counting up per organisation's name: {@code acme-0042}. */
@Repository
class References {

    /** What the reference of a lead without an organisation begins with. */
    static final String NAMELESS = "lead";

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What references of an organisation begin with: its name, else its domain's, where those have Latin letters. */
    static String slug(String organisation, Optional<String> domain) {
        return Optional.of(OrganisationName.of(organisation).slug())
                .filter(it -> !it.isEmpty())
                .or(() -> domain.map(it -> OrganisationName.of(it.substring(0, it.indexOf('.')))
                                .slug())
                        .filter(it -> !it.isEmpty()))
                .orElse(NAMELESS);
    }

    /** The caller holds the {@link CaptureLock} of the slug. */
    LeadReference next(String slug) {
        int known = jdbc.sql("update lead_number set last_number = last_number + 1 where slug = :slug")
                .param("slug", slug)
                .update();
        if (known == 0) {
            jdbc.sql("insert into lead_number (slug, last_number) values (:slug, 1)")
                    .param("slug", slug)
                    .update();
        }
        int number = jdbc.sql("select last_number from lead_number where slug = :slug")
                .param("slug", slug)
                .query(Integer.class)
                .single();
        return new LeadReference(String.format(Locale.ROOT, "%s-%04d", slug, number));
    }
}
