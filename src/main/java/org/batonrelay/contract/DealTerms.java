package org.batonrelay.contract;

import java.time.LocalDate;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each deal is worth and when it closes. */
@Repository
@Transactional
public class DealTerms {

    private final JdbcClient jdbc;

    DealTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Terms of(LeadReference reference) {
        return jdbc.sql("select deal_value, close_on from deal_terms where reference = :reference")
                .param("reference", reference.value())
                .query((row, number) ->
                        new Terms(row.getObject("deal_value", Long.class), row.getObject("close_on", LocalDate.class)))
                .optional()
                .orElse(Terms.UNKNOWN);
    }

    /** What is not said this time stays as it was said before. */
    public void agree(LeadReference reference, @Nullable Long value, @Nullable LocalDate closeOn) {
        if (value == null && closeOn == null) {
            return;
        }
        Terms before = of(reference);
        jdbc.sql("delete from deal_terms where reference = :reference")
                .param("reference", reference.value())
                .update();
        jdbc.sql("insert into deal_terms (reference, deal_value, close_on) values (:reference, :value, :closeOn)")
                .param("reference", reference.value())
                .param("value", value == null ? before.value() : value)
                .param("closeOn", closeOn == null ? before.closeOn() : closeOn)
                .update();
    }
}
