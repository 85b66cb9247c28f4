package org.batonrelay.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.baton.Shared;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.handoff.Offer;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The leads that somebody may see, those that somebody did something for last first. */
@Repository
class LeadList {

    static final int PAGE_SIZE = 50;

    /** What to look for; null is anything. */
    record Search(
            @Nullable String holder,
            @Nullable String leg,
            @Nullable String flag,
            @Nullable String q) {}

    /** @param offeredTo whom its open offer waits for, with commas between where there are several */
    record Row(
            String reference,
            String organisation,
            String state,
            String leg,
            String holder,
            Instant holderSince,
            @Nullable String offeredTo,
            List<String> flags,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable String contact) {}

    private static final String FOUND = """
            from baton b
            join lead l on l.reference = b.reference
            left join offer o on o.reference = b.reference and o.outcome = 'open'
            where %s
              and (:holder = '' or b.holder = :holder)
              and (:leg = '' or b.leg = :leg)
              and (:flag = '' or (',' || b.flags || ',') like :flag)
              and (:q = '' or lower(l.organisation) like :q escape '!' or l.reference like :q escape '!'
                   or :partner = false
                      and exists (select 1 from contact c where c.reference = b.reference
                              and (lower(c.name) like :q escape '!' or lower(c.email) like :q escape '!')))
            """.formatted(LeadSight.CONDITION);

    private final JdbcClient jdbc;
    private final SharedFields shared;

    LeadList(JdbcClient jdbc, SharedFields shared) {
        this.jdbc = jdbc;
        this.shared = shared;
    }

    long count(Viewer viewer, Search search) {
        return jdbc.sql("select count(*) " + FOUND)
                .params(parameters(viewer, search))
                .query(Long.class)
                .single();
    }

    /** @param page counts from 1 */
    List<Row> page(Viewer viewer, Search search, int page) {
        return jdbc
                .sql("select b.*, l.organisation, o.candidates, o.widened, o.backup_group,"
                        + " (select max(c.name) from contact c where c.reference = b.reference and c.main) as contact "
                        + FOUND
                        + " order by b.last_done_at desc, b.reference limit :limit offset :offset")
                .params(parameters(viewer, search))
                .param("limit", PAGE_SIZE)
                .param("offset", (long) (page - 1) * PAGE_SIZE)
                .query(LeadList::read)
                .list()
                .stream()
                .map(row -> viewer.isPartner() ? shared(row, viewer) : row)
                .toList();
    }

    private Row shared(Row row, Viewer partner) {
        Shared seen = shared.with(partner.id(), new LeadReference(row.reference()));
        boolean steps = seen.shows("nextStep");
        return new Row(
                row.reference(),
                row.organisation(),
                row.state(),
                row.leg(),
                LeadPage.named(row.holder(), partner, seen),
                row.holderSince(),
                row.offeredTo() == null ? null : LeadPage.named(row.offeredTo(), partner, seen),
                seen.shows("flags") ? row.flags() : List.of(),
                steps ? row.nextStep() : null,
                steps ? row.nextStepOn() : null,
                null);
    }

    private static Map<String, Object> parameters(Viewer viewer, Search search) {
        Map<String, Object> all = new HashMap<>(LeadSight.parameters(viewer));
        all.put("holder", text(search.holder()));
        all.put("leg", text(search.leg()));
        all.put("flag", text(search.flag()).isEmpty() ? "" : "%," + search.flag() + ",%");
        String q = text(search.q()).toLowerCase(Locale.ROOT);
        all.put("q", q.isEmpty() ? "" : "%" + q.replaceAll("([!%_])", "!$1") + "%");
        return all;
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe.strip();
    }

    private static @Nullable String offeredTo(ResultSet row) throws SQLException {
        String candidates = row.getString("candidates");
        return candidates == null
                ? null
                : LeadPages.joined(
                        Offer.offeredTo(candidates, row.getBoolean("widened"), row.getString("backup_group")));
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        String flags = row.getString("flags");
        return new Row(
                row.getString("reference"),
                row.getString("organisation"),
                row.getString("state"),
                row.getString("leg"),
                row.getString("holder"),
                row.getObject("holder_since", OffsetDateTime.class).toInstant(),
                offeredTo(row),
                flags.isEmpty() ? List.of() : Arrays.asList(flags.split(",")),
                row.getString("next_step"),
                row.getObject("next_step_on", LocalDate.class),
                row.getString("contact"));
    }
}
