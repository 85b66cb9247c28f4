package org.batonrelay.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.handoff.Offer;
import org.batonrelay.insight.Viewer;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The leads that somebody may see: pages of them, how many, and how many by leg. */
@Repository
class LeadBoard {

    static final int PAGE_SIZE = 50;

    /** @param value of all deals together, as far as it is known; null where it is of none */
    record Sum(String leg, long leads, @Nullable Long value) {}

    private record Place(String reference, Object key) {}

    private static final String LEADS = """
             from baton b
             join lead l on l.reference = b.reference
             left join deal_terms d on d.reference = b.reference
            """;

    private static final String FIRST_DUE = """
             left join (select e.BUSINESS_KEY_ as reference, min(t.DUE_DATE_) as due_at
                        from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                        where t.DUE_DATE_ is not null group by e.BUSINESS_KEY_) u on u.reference = b.reference
            """;

    private static final String ROWS = """
            select b.*, l.organisation, l.source, l.segment, d.deal_value, o.candidates, o.widened, o.backup_group,
                   (select max(c.name) from contact c where c.reference = b.reference and c.main) as contact,
                   (select f.said from lead_fact f where f.reference = b.reference and f.name = 'campaign') as campaign,
                   (select min(t.DUE_DATE_) from ACT_RU_EXECUTION e join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_
                    where e.BUSINESS_KEY_ = b.reference) as due_at
            """ + LEADS + """
             left join offer o on o.reference = b.reference and o.outcome = 'open'
             where b.reference in (:references)
            """;

    private final JdbcClient jdbc;
    private final SharedFields shared;
    private final Clock clock;

    LeadBoard(JdbcClient jdbc, SharedFields shared, Clock clock) {
        this.jdbc = jdbc;
        this.shared = shared;
        this.clock = clock;
    }

    long count(Viewer viewer, LeadFilter filter) {
        Conditions where = Conditions.of(viewer, filter, clock.instant());
        return jdbc.sql("select count(*)" + LEADS + " where " + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
    }

    /** By leg, and only legs where any are. */
    Map<String, Sum> sums(Viewer viewer, LeadFilter filter) {
        Conditions where = Conditions.of(viewer, filter, clock.instant());
        return jdbc
                .sql("select b.leg, count(*) as leads, sum(d.deal_value) as worth" + LEADS + " where " + where.sql()
                        + " group by b.leg")
                .params(where.parameters())
                .query((row, number) -> new Sum(
                        row.getString("leg"),
                        row.getLong("leads"),
                        viewer.isPartner() || row.getBigDecimal("worth") == null ? null : row.getLong("worth")))
                .list()
                .stream()
                .collect(Collectors.toMap(Sum::leg, Function.identity()));
    }

    /** @param skip how many to leave out, where no place to begin behind is named */
    List<LeadRow> rows(Viewer viewer, LeadFilter filter, Order order, int most, long skip) {
        Instant now = clock.instant();
        List<Place> places = places(viewer, filter, order, most, skip, now);
        if (places.isEmpty()) {
            return List.of();
        }
        Map<String, Object> keys = places.stream().collect(Collectors.toMap(Place::reference, Place::key));
        Map<String, LeadRow> rows = jdbc
                .sql(ROWS)
                .param("references", keys.keySet())
                .query((row, number) -> read(row, now, keys))
                .list()
                .stream()
                .collect(Collectors.toMap(LeadRow::reference, Function.identity(), (one, other) -> one));
        return places.stream()
                .map(place -> rows.get(place.reference()))
                .filter(Objects::nonNull)
                .map(row -> viewer.isPartner()
                        ? row.sharedWith(viewer, shared.with(viewer.id(), new LeadReference(row.reference())))
                        : row)
                .toList();
    }

    private List<Place> places(Viewer viewer, LeadFilter filter, Order order, int most, long skip, Instant now) {
        Conditions where = Conditions.of(viewer, filter, now);
        Map<String, Object> parameters = new HashMap<>(where.parameters());
        parameters.put("limit", most);
        parameters.put("skip", skip);
        if (order.after() != null) {
            parameters.put("key", order.after().key());
            parameters.put("behind", order.after().reference());
        }
        return jdbc.sql("select b.reference, " + order.by().sql() + " as sort_key" + LEADS
                        + (order.by() == LeadSort.DUE ? FIRST_DUE : "") + " where " + where.sql() + order.behind()
                        + order.sql() + " limit :limit offset :skip")
                .params(parameters)
                .query((row, number) -> new Place(row.getString("reference"), key(row, order.by())))
                .list();
    }

    private static Object key(ResultSet row, LeadSort by) throws SQLException {
        return switch (by) {
            case CHANGED, SINCE ->
                row.getObject("sort_key", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
            case DUE -> row.getTimestamp("sort_key");
            default -> row.getString("sort_key");
        };
    }

    private static LeadRow read(ResultSet row, Instant now, Map<String, Object> keys) throws SQLException {
        String reference = row.getString("reference");
        String flags = row.getString("flags");
        Timestamp dueAt = row.getTimestamp("due_at");
        Instant due = dueAt == null ? null : dueAt.toInstant();
        row.getLong("deal_value");
        Long value = row.wasNull() ? null : row.getLong("deal_value");
        return new LeadRow(
                reference,
                row.getString("organisation"),
                row.getString("state"),
                row.getString("leg"),
                row.getString("holder"),
                row.getObject("holder_since", OffsetDateTime.class).toInstant(),
                offeredTo(row),
                flags.isEmpty() ? List.of() : Arrays.asList(flags.split(",")),
                row.getString("next_step"),
                row.getObject("next_step_on", LocalDate.class),
                row.getString("contact"),
                due,
                due != null && due.isBefore(now),
                value,
                row.getString("source"),
                row.getString("campaign"),
                row.getString("segment"),
                Objects.requireNonNull(keys.get(reference)));
    }

    private static @Nullable String offeredTo(ResultSet row) throws SQLException {
        String candidates = row.getString("candidates");
        if (candidates == null) {
            return null;
        }
        Set<Holder> receivers = Offer.offeredTo(candidates, row.getBoolean("widened"), row.getString("backup_group"));
        return receivers.stream().map(Holder::value).collect(Collectors.joining(","));
    }
}
