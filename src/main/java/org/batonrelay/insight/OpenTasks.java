package org.batonrelay.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has to be done for a lead, read from the engine's tables beside ours, in one query for all its processes. */
@Repository
class OpenTasks {

    /**
     * @param about which of several of this name it is; null where the name says it
     * @param assignee a user id; null while nobody has claimed it
     */
    record OpenTask(
            String id,
            String name,
            @Nullable String about,
            @Nullable Instant due,
            @Nullable String assignee) {}

    /** @param id of the element in its model */
    record Step(String id, String name, String reference) {}

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reference of the lead that a task is about; empty when the task is gone. */
    Optional<String> leadOf(String task) {
        return jdbc.sql("""
                        select e.BUSINESS_KEY_
                        from ACT_RU_TASK t
                        join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                        where t.ID_ = :task and e.BUSINESS_KEY_ is not null
                        """).param("task", task).query(String.class).optional();
    }

    /** Which step of its lead a task is; empty when the task is gone. */
    Optional<Step> step(String task) {
        return jdbc.sql("""
                        select t.TASK_DEF_KEY_, t.NAME_, e.BUSINESS_KEY_
                        from ACT_RU_TASK t
                        join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                        where t.ID_ = :task and e.BUSINESS_KEY_ is not null
                        """)
                .param("task", task)
                .query((row, number) -> new Step(
                        row.getString("TASK_DEF_KEY_"), row.getString("NAME_"), row.getString("BUSINESS_KEY_")))
                .optional();
    }

    /** What this person has to do next for the lead of a task that they have done; the newest comes first. */
    Optional<String> next(String done, String person) {
        return jdbc.sql("""
                        select t.ID_
                        from ACT_HI_TASKINST d
                        join ACT_HI_PROCINST p on p.PROC_INST_ID_ = d.PROC_INST_ID_
                        join ACT_RU_EXECUTION e on e.BUSINESS_KEY_ = p.BUSINESS_KEY_
                        join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_
                        where d.ID_ = :done and d.END_TIME_ is not null
                          and d.ASSIGNEE_ = :person and t.ASSIGNEE_ = :person
                        order by t.CREATE_TIME_ desc, t.ID_
                        limit 1
                        """)
                .param("done", done)
                .param("person", person)
                .query(String.class)
                .optional();
    }

    /** Those of them that are this partner's: claimed by them, or offered to them. */
    List<OpenTask> of(LeadReference reference, Viewer partner) {
        List<String> theirs = jdbc.sql("""
                        select t.ID_
                        from ACT_RU_EXECUTION e
                        join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_
                        left join ACT_RU_IDENTITYLINK k on k.TASK_ID_ = t.ID_ and k.TYPE_ = 'candidate'
                        where e.BUSINESS_KEY_ = :reference
                          and (t.ASSIGNEE_ = :viewer or k.USER_ID_ = :viewer or k.GROUP_ID_ in (:groups))
                        """)
                .param("reference", reference.value())
                .param("viewer", partner.id())
                .param("groups", partner.groupsOrNone())
                .query(String.class)
                .list();
        return of(reference).stream().filter(task -> theirs.contains(task.id())).toList();
    }

    /** What is due first comes first. */
    List<OpenTask> of(LeadReference reference) {
        return jdbc.sql("""
                        select t.ID_, t.NAME_, t.DUE_DATE_, t.ASSIGNEE_, v.TEXT_
                        from ACT_RU_EXECUTION e
                        join ACT_RU_TASK t on t.PROC_INST_ID_ = e.ID_
                        left join ACT_RU_VARIABLE v on v.TASK_ID_ = t.ID_ and v.NAME_ = 'about'
                        where e.BUSINESS_KEY_ = :reference
                        order by case when t.DUE_DATE_ is null then 1 else 0 end, t.DUE_DATE_, t.CREATE_TIME_, t.ID_
                        """)
                .param("reference", reference.value())
                .query((row, number) -> new OpenTask(
                        row.getString("ID_"),
                        row.getString("NAME_"),
                        row.getString("TEXT_"),
                        row.getTimestamp("DUE_DATE_") == null
                                ? null
                                : row.getTimestamp("DUE_DATE_").toInstant(),
                        row.getString("ASSIGNEE_")))
                .list();
    }
}
