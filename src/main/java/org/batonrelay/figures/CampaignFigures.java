package org.batonrelay.figures;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of the leads of each campaign, from the ledger. */
@Repository
class CampaignFigures {

    /**
     * @param leads that came in within the time asked for; the other figures are how many of these
     * @param accepted were taken by somebody to be qualified
     * @param returned were returned or refused at least once before
     * @param qualified were found worth a deal
     * @param mismatched were promised something by our advertising that is not so
     */
    record Campaign(String campaign, long leads, long accepted, long returned, long qualified, long mismatched) {}

    private final JdbcClient jdbc;

    CampaignFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The campaign with the most leads first; those that came with none are "unknown". */
    List<Campaign> between(Instant from, Instant until) {
        return jdbc.sql("""
                        select campaign, count(*) as leads, sum(accepted) as accepted, sum(returned) as returned,
                               sum(qualified) as qualified, sum(mismatched) as mismatched
                        from (select coalesce(f.said, 'unknown') as campaign,
                                     case when exists (select 1 from ledger e where e.reference = c.reference
                                         and e.type = 'handoff.accepted' and e.exchange = 'marketing-to-sdr')
                                         then 1 else 0 end as accepted,
                                     case when exists (select 1 from ledger e where e.reference = c.reference
                                         and e.type in ('handoff.returned', 'handoff.not-ours')
                                         and e.exchange = 'marketing-to-sdr') then 1 else 0 end as returned,
                                     case when exists (select 1 from ledger e where e.reference = c.reference
                                         and e.type = 'leg.started' and e.leg = 'deal')
                                         then 1 else 0 end as qualified,
                                     case when exists (select 1 from ledger e where e.reference = c.reference
                                         and e.type = 'campaign.mismatched') then 1 else 0 end as mismatched
                              from ledger c
                              left join lead_fact f on f.reference = c.reference and f.name = 'campaign'
                              where c.type = 'lead.captured' and c.happened_at >= :from
                                    and c.happened_at < :until) of_lead
                        group by campaign order by count(*) desc, campaign
                        """)
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query((row, number) -> new Campaign(
                        row.getString("campaign"),
                        row.getLong("leads"),
                        row.getLong("accepted"),
                        row.getLong("returned"),
                        row.getLong("qualified"),
                        row.getLong("mismatched")))
                .list();
    }
}
