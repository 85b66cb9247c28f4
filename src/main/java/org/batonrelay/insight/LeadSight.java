package org.batonrelay.insight;

import java.util.Map;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says which leads somebody may see: managers and admins all; whoever holds it or has held it, themselves or as a
 * group, or the one that goes on from it; and whoever has a task on it, which whoever it is offered to has. Partners see
 * no lead any more that they have held before. One condition for a single lead and for lists, in the database, the
 * engine's tables included: no list is loaded to be thrown away.
 */
@Component
public class LeadSight {

    /** To be put into a query over {@code baton b}, together with {@link #parameters}. */
    static final String CONDITION = """
            (:all = true
             or b.holder in (:holders)
             or (:partner = false
                 and exists (select 1 from once_held h where h.reference = b.reference and h.holder in (:holders)))
             or :partner = false and exists (
                select 1
                from continued_lead c
                join once_held h on h.reference = c.reference
                where c.earlier = b.reference and h.holder in (:holders))
             or exists (
                select 1
                from ACT_RU_EXECUTION e
                join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_
                left join ACT_RU_IDENTITYLINK k on k.TASK_ID_ = t.ID_ and k.TYPE_ = 'candidate'
                where e.BUSINESS_KEY_ = b.reference
                  and (t.ASSIGNEE_ = :viewer or k.USER_ID_ in (:holders) or k.GROUP_ID_ in (:groups))))
            """;

    /**
     * The same for a list, after {@code b.reference in}: read from what is theirs, however many leads there are. Managers
     * and admins need no condition.
     */
    private static final String THEIRS = """
            (select theirs.reference from (
             select own.reference from baton own where own.holder in (:holders)
             %s
             union all
             select e.BUSINESS_KEY_ from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
             where t.ASSIGNEE_ = :viewer and e.BUSINESS_KEY_ is not null
             union all
             select e.BUSINESS_KEY_ from ACT_RU_IDENTITYLINK k join ACT_RU_TASK t on t.ID_ = k.TASK_ID_
                join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
             where k.TYPE_ = 'candidate' and k.USER_ID_ in (:holders) and e.BUSINESS_KEY_ is not null
             union all
             select e.BUSINESS_KEY_ from ACT_RU_IDENTITYLINK k join ACT_RU_TASK t on t.ID_ = k.TASK_ID_
                join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
             where k.TYPE_ = 'candidate' and k.GROUP_ID_ in (:groups) and e.BUSINESS_KEY_ is not null) theirs)
            """;

    private static final String HELD_BEFORE = """
            union all
            select h.reference from once_held h where h.holder in (:holders)
            union all
            select c.earlier from continued_lead c join once_held h on h.reference = c.reference
            where h.holder in (:holders)
            """;

    private final JdbcClient jdbc;

    LeadSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean sees(Viewer viewer, LeadReference reference) {
        return jdbc.sql("select count(*) from baton b where b.reference = :reference and " + CONDITION)
                        .param("reference", reference.value())
                        .params(parameters(viewer))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Of a list over {@code baton b}: what of it this person may see, for {@link #parameters}. */
    public static String ofList(Viewer viewer) {
        return viewer.seesAll() ? "1 = 1" : "b.reference in " + THEIRS.formatted(viewer.isPartner() ? "" : HELD_BEFORE);
    }

    public static Map<String, Object> parameters(Viewer viewer) {
        return Map.of(
                "all", viewer.seesAll(),
                "partner", viewer.isPartner(),
                "holders", viewer.holders(),
                "viewer", viewer.id(),
                "groups", viewer.groupsOrNone());
    }
}
