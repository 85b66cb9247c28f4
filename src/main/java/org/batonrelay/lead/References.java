package org.batonrelay.lead;

import java.util.Locale;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives out references, counting up per organisation's name: {@code acme-0042}. */
@Repository
class References {

    private final JdbcClient jdbc;

    References(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
