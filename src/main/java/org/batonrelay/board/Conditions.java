package org.batonrelay.board;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.insight.LeadSight;
import org.batonrelay.insight.Viewer;
import org.jspecify.annotations.Nullable;

/** A filter as the database reads it: only what is asked for stands in the query, so that its indexes count. */
class Conditions {

    private static final String LATE = """
            (select e.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
             where t.DUE_DATE_ < :now and e.BUSINESS_KEY_ is not null)
            """;
    private static final String CALLED = """
            (select called.reference from (
             select l.reference from lead l where lower(l.organisation) like :q escape '!' or l.reference like :q escape '!'
             %s) called)
            """;
    private static final String CONTACTS = """
             union all
             select c.reference from contact c
             where lower(c.name) like :q escape '!' or lower(c.email) like :q escape '!'
            """;

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters;

    private Conditions(Viewer viewer) {
        this.sql.append(LeadSight.ofList(viewer));
        this.parameters = new HashMap<>(LeadSight.parameters(viewer));
    }

    static Conditions of(Viewer viewer, LeadFilter filter, Instant now) {
        Conditions all = new Conditions(viewer);
        if (filter.q() != null) {
            String part = filter.q().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
            all.and("b.reference in " + CALLED.formatted(viewer.isPartner() ? "" : CONTACTS), "q", "%" + part + "%");
        }
        if (!filter.holders().isEmpty()) {
            all.and("b.holder in (:held)", "held", filter.holders());
        }
        all.is("b.leg", "leg", filter.leg());
        if (filter.flag() != null) {
            all.and("(',' || b.flags || ',') like :flag", "flag", "%," + filter.flag() + ",%");
        }
        if (LeadFilter.OPEN.equals(filter.state())) {
            all.and("b.state in ('running', 'waiting', 'recycled')");
        } else {
            all.is("b.state", "state", filter.state());
        }
        if (filter.late() != null) {
            all.and("b.reference " + (filter.late() ? "in " : "not in ") + LATE, "now", Timestamp.from(now));
        }
        all.isOrUnknown("l.source", "source", filter.source());
        all.isOrUnknown("l.segment", "segment", filter.segment());
        all.campaign(filter.campaign());
        all.value(filter.value());
        if (filter.figure() != null) {
            all.and(filter.figure().sql());
            all.parameters.putAll(filter.figure().parameters());
        }
        return all;
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void campaign(@Nullable String campaign) {
        String known = "(select f.reference from lead_fact f where f.name = 'campaign'";
        if (LeadFilter.UNKNOWN.equals(campaign)) {
            and("b.reference not in " + known + ")");
        } else if (campaign != null) {
            and(
                    "b.reference in " + known + " and left(f.said, 200) = left(:campaign, 200) and f.said = :campaign)",
                    "campaign",
                    campaign);
        }
    }

    private void value(@Nullable Amount value) {
        if (value == null) {
            return;
        }
        if (!value.known()) {
            and("d.deal_value is null");
        }
        if (value.from() != null) {
            and("d.deal_value >= :least", "least", value.from());
        }
        if (value.to() != null) {
            and("d.deal_value <= :most", "most", value.to());
        }
    }

    private void isOrUnknown(String column, String name, @Nullable String value) {
        if (LeadFilter.UNKNOWN.equals(value)) {
            and(column + " is null");
        } else {
            is(column, name, value);
        }
    }

    private void is(String column, String name, @Nullable String value) {
        if (value != null) {
            and(column + " = :" + name, name, value);
        }
    }

    private void and(String condition, String name, Object value) {
        and(condition);
        parameters.put(name, value);
    }

    private void and(String condition) {
        sql.append(" and ").append(condition);
    }
}
