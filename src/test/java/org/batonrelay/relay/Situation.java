package org.batonrelay.relay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.batonrelay.baton.Variables;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is open for a lead, what runs and which clocks run, at one moment. Read by three statements of its own, where the
 * engine's queries would take dozens: whoever looks after every step must not cost more than the step.
 */
record Situation(List<Open> tasks, List<Waiting> jobs, List<Running> processes) {

    /** @param able whoever it is given or offered to, themselves or by a group of theirs */
    record Open(
            String id,
            String key,
            String instance,
            @Nullable String assignee,
            Set<String> able) {}

    /** @param activity where it waits; {@code errand} for one that is not drawn */
    record Waiting(String id, String activity) {}

    /** @param holder as this process knows them; null where it asks nobody */
    record Running(String id, String definition, @Nullable String holder) {}

    /** In the same order in every game that goes the same way, so that a seed leads there again. */
    static Situation of(LeadReference reference, JdbcClient jdbc) {
        return new Situation(tasks(reference, jdbc), jobs(reference, jdbc), processes(reference, jdbc));
    }

    private static List<Open> tasks(LeadReference reference, JdbcClient jdbc) {
        Map<String, Open> found = new LinkedHashMap<>();
        jdbc.sql("select T.ID_, T.TASK_DEF_KEY_, T.PROC_INST_ID_, T.ASSIGNEE_,"
                        + " coalesce(T.ASSIGNEE_, L.USER_ID_, M.USER_ID_) as WHO from ACT_RU_EXECUTION E"
                        + " join ACT_RU_TASK T on T.PROC_INST_ID_ = E.ID_"
                        + " left join ACT_RU_IDENTITYLINK L on L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate'"
                        + " left join ACT_ID_MEMBERSHIP M on M.GROUP_ID_ = L.GROUP_ID_"
                        + " where E.BUSINESS_KEY_ = :r order by T.TASK_DEF_KEY_, T.CREATE_TIME_, T.ID_")
                .param("r", reference.value())
                .query(row -> {
                    String id = row.getString("ID_");
                    Open task = found.get(id);
                    if (task == null) {
                        task = new Open(
                                id,
                                row.getString("TASK_DEF_KEY_"),
                                row.getString("PROC_INST_ID_"),
                                row.getString("ASSIGNEE_"),
                                new TreeSet<>());
                        found.put(id, task);
                    }
                    if (row.getString("WHO") != null) {
                        task.able().add(row.getString("WHO"));
                    }
                });
        return new ArrayList<>(found.values());
    }

    private static List<Waiting> jobs(LeadReference reference, JdbcClient jdbc) {
        return jdbc.sql("select J.ID_, coalesce(D.ACT_ID_, 'errand') as ACTIVITY from ACT_RU_EXECUTION E"
                        + " join ACT_RU_JOB J on J.PROCESS_INSTANCE_ID_ = E.ID_"
                        + " left join ACT_RU_JOBDEF D on D.ID_ = J.JOB_DEF_ID_"
                        + " where E.BUSINESS_KEY_ = :r and J.SUSPENSION_STATE_ = 1"
                        + " order by ACTIVITY, J.CREATE_TIME_, J.ID_")
                .param("r", reference.value())
                .query((row, number) -> new Waiting(row.getString("ID_"), row.getString("ACTIVITY")))
                .list();
    }

    private static List<Running> processes(LeadReference reference, JdbcClient jdbc) {
        return jdbc.sql("select E.ID_, E.PROC_DEF_ID_, V.TEXT_ from ACT_RU_EXECUTION E"
                        + " left join ACT_RU_VARIABLE V on V.EXECUTION_ID_ = E.ID_ and V.NAME_ = :holder"
                        + " where E.BUSINESS_KEY_ = :r")
                .param("holder", Variables.HOLDER)
                .param("r", reference.value())
                .query((row, number) ->
                        new Running(row.getString("ID_"), row.getString("PROC_DEF_ID_"), row.getString("TEXT_")))
                .list();
    }
}
