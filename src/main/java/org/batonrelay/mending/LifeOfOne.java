package org.batonrelay.mending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.batonrelay.baton.SignOfLife;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks closely at a baton that has neither a task that somebody may do nor a clock that will run out. */
@Component
class LifeOfOne {

    /** A process of the lead. */
    private record Instance(String id, String root, String definition, boolean suspended) {}

    /** Something that waits at an element of a model. */
    private record Waiting(
            String instance, String definition, @Nullable String element, boolean suspended) {}

    private static final String EVERYTHING_ELSE_ENDS =
            "No task, no clock and no incident of the relay is left, so nobody can go on.";

    private final JdbcClient jdbc;
    private final WaysOn ways;
    private final StepNames names;
    private final List<SignOfLife> signs;

    LifeOfOne(JdbcClient jdbc, WaysOn ways, StepNames names, List<SignOfLife> signs) {
        this.jdbc = jdbc;
        this.ways = ways;
        this.names = names;
        this.signs = signs;
    }

    Optional<Life.Parted> judge(LeadReference reference) {
        List<Instance> all = instances(reference);
        List<String> tree = all.stream()
                .filter(instance -> all.stream()
                        .anyMatch(root -> root.id().equals(instance.root()) && isOf("relay", root.definition())))
                .filter(instance -> !isOf("leg-watch", instance.definition()))
                .map(Instance::id)
                .toList();
        if (signs.stream().anyMatch(sign -> sign.needsNoProcess() && sign.isUnderWay(reference))) {
            return Optional.empty();
        }
        if (tree.isEmpty()) {
            return Optional.of(new Life.Parted(
                    reference, true, "No process of the relay is running any more, so nobody can go on."));
        }
        if (goesOn(reference, all, tree)) {
            return Optional.empty();
        }
        boolean held = all.stream().anyMatch(it -> tree.contains(it.id()) && it.suspended());
        List<String> tasks = tasks(tree);
        if (held) {
            return Optional.of(new Life.Parted(
                    reference, false, "Its process is suspended, and nobody is on record for having done so."));
        }
        List<String> awaited = awaited(tree);
        if (!awaited.isEmpty()) {
            return Optional.of(new Life.Parted(
                    reference,
                    false,
                    "It waits at " + String.join(", ", awaited) + " for something that cannot come any more."));
        }
        return Optional.of(
                tasks.isEmpty()
                        ? new Life.Parted(reference, true, EVERYTHING_ELSE_ENDS)
                        : new Life.Parted(
                                reference,
                                false,
                                "Nobody who works here can do " + String.join(", ", tasks)
                                        + ": whoever has the task, or is offered it, has left."));
    }

    private boolean goesOn(LeadReference reference, List<Instance> all, List<String> tree) {
        Predicate<Waiting> leadsOn = waiting -> !waiting.suspended()
                && (waiting.element() == null || ways.leadsOn(waiting.definition(), waiting.element()));
        if (steps(tree).stream().anyMatch(leadsOn) || incidents(tree).stream().anyMatch(leadsOn)) {
            return true;
        }
        return !awaited(tree).isEmpty()
                && (signs.stream().anyMatch(sign -> sign.isUnderWay(reference)) || hasCompany(all, tree));
    }

    /** The messages without which the flow itself does not go on. */
    private List<String> awaited(List<String> tree) {
        return messages(tree).stream()
                .filter(waiting ->
                        waiting.element() != null && ways.isWaitedFor(waiting.definition(), waiting.element()))
                .map(waiting -> names.of(waiting.definition(), String.valueOf(waiting.element())))
                .toList();
    }

    /** Whoever is waited for: a summary that is with the client, say. */
    private boolean hasCompany(List<Instance> all, List<String> tree) {
        List<String> beside = all.stream()
                .filter(instance -> !tree.contains(instance.id()))
                .filter(instance ->
                        !isOf("mend-relay", instance.definition()) && !isOf("leg-watch", instance.definition()))
                .map(Instance::id)
                .toList();
        return !beside.isEmpty()
                && jdbc.sql("select count(*) from ACT_RU_EXECUTION E where E.ID_ in (:ids) and (exists (select 1 from"
                                        + " ACT_RU_TASK T where T.PROC_INST_ID_ = E.ID_ and T.SUSPENSION_STATE_ = 1)"
                                        + " or exists (select 1 from ACT_RU_JOB J where J.PROCESS_INSTANCE_ID_ = E.ID_"
                                        + " and J.SUSPENSION_STATE_ = 1)"
                                        + " or exists (select 1 from ACT_RU_INCIDENT N where N.PROC_INST_ID_ = E.ID_))")
                                .param("ids", beside)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private List<Instance> instances(LeadReference reference) {
        return jdbc.sql("select ID_, ROOT_PROC_INST_ID_, PROC_DEF_ID_, SUSPENSION_STATE_ from ACT_RU_EXECUTION"
                        + " where BUSINESS_KEY_ = :r and PARENT_ID_ is null")
                .param("r", reference.value())
                .query((row, number) ->
                        new Instance(row.getString(1), row.getString(2), row.getString(3), row.getInt(4) == 2))
                .list();
    }

    /** Save points, with tries left; not what is not drawn. */
    private List<Waiting> steps(List<String> tree) {
        return waiting(
                "select J.PROCESS_INSTANCE_ID_, D.PROC_DEF_ID_, D.ACT_ID_, J.SUSPENSION_STATE_ from ACT_RU_JOB J"
                        + " join ACT_RU_JOBDEF D on D.ID_ = J.JOB_DEF_ID_ where J.PROCESS_INSTANCE_ID_ in (:tree)"
                        + " and J.TYPE_ = 'message' and J.RETRIES_ > 0",
                tree);
    }

    private List<Waiting> incidents(List<String> tree) {
        return waiting(
                "select PROC_INST_ID_, PROC_DEF_ID_, ACTIVITY_ID_, 1 from ACT_RU_INCIDENT where PROC_INST_ID_ in (:tree)",
                tree);
    }

    private List<Waiting> messages(List<String> tree) {
        return waiting(
                "select S.PROC_INST_ID_, E.PROC_DEF_ID_, S.ACTIVITY_ID_, 1 from ACT_RU_EVENT_SUBSCR S"
                        + " join ACT_RU_EXECUTION E on E.ID_ = S.EXECUTION_ID_ where S.PROC_INST_ID_ in (:tree)"
                        + " and S.EVENT_TYPE_ = 'message'",
                tree);
    }

    private List<String> tasks(List<String> tree) {
        List<String> found = new ArrayList<>();
        waiting(
                        "select PROC_INST_ID_, PROC_DEF_ID_, TASK_DEF_KEY_, SUSPENSION_STATE_ from ACT_RU_TASK"
                                + " where PROC_INST_ID_ in (:tree)",
                        tree)
                .forEach(task -> found.add(names.of(task.definition(), String.valueOf(task.element()))));
        return found;
    }

    private List<Waiting> waiting(String sql, List<String> tree) {
        return jdbc.sql(sql)
                .param("tree", tree)
                .query((row, number) ->
                        new Waiting(row.getString(1), row.getString(2), row.getString(3), row.getInt(4) == 2))
                .list();
    }

    private static boolean isOf(String process, String definition) {
        return definition.startsWith(process + ":");
    }
}
