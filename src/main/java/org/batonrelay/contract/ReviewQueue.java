package org.batonrelay.contract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Legal's list, in the order in which it is worked off. */
@Repository
@Transactional(readOnly = true)
class ReviewQueue {

    /** Whoever has named no close date comes behind those who have. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    ReviewQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From 1 on; what somebody of legal has claimed already comes before whatever nobody has. */
    int place(ContractReview review) {
        LocalDate closeOn = review.terms().closeOn();
        return 1
                + jdbc.sql("select count(*) from contract_review where verdict is null and id <> :id"
                                + " and (claimed_at is not null or priority > :priority"
                                + " or priority = :priority and coalesce(close_on, :last) < :closeOn"
                                + " or priority = :priority and coalesce(close_on, :last) = :closeOn"
                                + " and asked_at < :askedAt)")
                        .param("id", review.id())
                        .param("priority", review.priority())
                        .param("last", LAST)
                        .param("closeOn", closeOn == null ? LAST : closeOn)
                        .param("askedAt", OffsetDateTime.ofInstant(review.askedAt(), ZoneOffset.UTC))
                        .query(Integer.class)
                        .single();
    }
}
