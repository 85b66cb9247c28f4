package org.batonrelay.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.batonrelay.onboarding.FirstResults;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long customers wait for what they came for, from the ledger. */
@Repository
class OnboardingFigures {

    /**
     * @param signed contracts within the time asked for; the other figures are of these
     * @param withoutTheirWord whose onboarding ended and who never confirmed it
     * @param days from the signature to the client's word, of those whose first result the client has confirmed
     */
    record TimeToValue(int signed, int withoutTheirWord, Spread days) {}

    /** @param leg in which the summary was written, after whose answer they were asked */
    record Repeated(String leg, long answers, long repeated) {}

    private record Customer(Instant signedAt, @Nullable Instant confirmedAt, boolean ended) {}

    private final JdbcClient jdbc;

    OnboardingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TimeToValue timeToValue(Instant from, Instant until) {
        List<Customer> customers = signed(from, until);
        List<Double> days = customers.stream()
                .filter(it -> it.confirmedAt() != null)
                .map(it -> FirstResults.days(it.signedAt(), it.confirmedAt()))
                .toList();
        long without = customers.stream()
                .filter(it -> it.ended() && it.confirmedAt() == null)
                .count();
        return new TimeToValue(customers.size(), (int) without, Spread.of(days));
    }

    /** Whether clients had to say something twice, by leg; each leg that anybody answered for. */
    List<Repeated> repeated(Instant from, Instant until) {
        return jdbc.sql("select leg, count(*) as answers, sum(case when repeated then 1 else 0 end) as repeated"
                        + " from pulse where answered_at >= :from and answered_at < :until group by leg order by leg")
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, number) ->
                        new Repeated(row.getString("leg"), row.getLong("answers"), row.getLong("repeated")))
                .list();
    }

    private List<Customer> signed(Instant from, Instant until) {
        return jdbc.sql("""
                        select max(won.happened_at) as signed_at,
                               (select min(e.happened_at) from ledger e where e.reference = won.reference
                                    and e.type = 'value.confirmed') as confirmed_at,
                               (select count(*) from ledger e where e.reference = won.reference
                                    and e.type = 'leg.finished' and e.leg = 'onboarding') as ended
                        from ledger won
                        where won.type = 'leg.finished' and won.leg = 'deal' and won.detail like :won
                              and won.happened_at >= :from and won.happened_at < :until
                        group by won.reference
                        """)
                .param("won", "%\"outcome\":\"won\"%")
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, number) -> {
                    OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
                    return new Customer(
                            row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                            confirmed == null ? null : confirmed.toInstant(),
                            row.getInt("ended") > 0);
                })
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
