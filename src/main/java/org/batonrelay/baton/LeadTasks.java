package org.batonrelay.baton;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of a lead by their kind, and the messages its processes wait for: for rooms that know no engine. */
@Component
public class LeadTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;

    LeadTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** The id of the open task of one of these kinds; the kind is the element's id in the model. */
    public Optional<String> find(LeadReference reference, String... kinds) {
        return task(reference, kinds).map(Task::getId);
    }

    /** The lead of an open task that whoever is logged in to the engine may read; empty for any other. */
    public Optional<LeadReference> leadOf(String task) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
                .map(Task::getProcessInstanceId)
                .map(instance -> runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .filter(LeadReference::isOne)
                .map(LeadReference::new);
    }

    /**
     * Takes a task from whoever has claimed it and gives it back to all its candidates.
     *
     * @return who had claimed it, or null
     */
    public @Nullable String release(LeadReference reference, String kind) {
        Task task = task(reference, kind).orElse(null);
        String claimedBy = task == null ? null : task.getAssignee();
        if (task != null && claimedBy != null) {
            tasks.setAssignee(task.getId(), null);
        }
        return claimedBy;
    }

    /** Lets a group claim the task as well. */
    public void offer(LeadReference reference, String kind, String group) {
        task(reference, kind).ifPresent(task -> tasks.addCandidateGroup(task.getId(), group));
    }

    /** Says until when the open tasks of these kinds should be done. */
    public void dueAt(LeadReference reference, @Nullable Date due, String... kinds) {
        task(reference, kinds).ifPresent(task -> {
            task.setDueDate(due);
            tasks.saveTask(task);
        });
    }

    /** Who has claimed the open task of this kind; empty while nobody has. */
    public Optional<String> claimant(LeadReference reference, String kind) {
        return task(reference, kind).map(Task::getAssignee);
    }

    /** Gives the task to one person. */
    public void give(LeadReference reference, String kind, String person) {
        task(reference, kind).ifPresent(task -> tasks.setAssignee(task.getId(), person));
    }

    /** Offers the task to these and nobody else. */
    public void offerOnlyTo(LeadReference reference, String kind, Collection<Holder> candidates) {
        task(reference, kind).ifPresent(task -> {
            for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
                if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                    take(task.getId(), link);
                }
            }
            for (Holder candidate : candidates) {
                if (candidate.isGroup()) {
                    tasks.addCandidateGroup(task.getId(), candidate.id());
                } else {
                    tasks.addCandidateUser(task.getId(), candidate.id());
                }
            }
        });
    }

    private void take(String task, IdentityLink link) {
        if (link.getUserId() != null) {
            tasks.deleteCandidateUser(task, link.getUserId());
        } else {
            tasks.deleteCandidateGroup(task, link.getGroupId());
        }
    }

    /** Tells the one process of the lead that waits for this message. */
    public void tell(LeadReference reference, String message, String variable, String value) {
        tell(reference, message, Map.of(variable, value));
    }

    public void tell(LeadReference reference, String message, Map<String, ?> values) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .setVariables(new HashMap<>(values))
                .correlate();
    }

    /** Tells whichever process of the lead waits for this message; none need. */
    public void tellAll(LeadReference reference, String message, Map<String, ?> values) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .setVariables(new HashMap<>(values))
                .correlateAll();
    }

    private Optional<Task> task(LeadReference reference, String... kinds) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKeyIn(kinds)
                .list()
                .stream()
                .findFirst();
    }
}
