package org.batonrelay.baton;

import java.util.Objects;
import java.util.stream.Stream;
import org.batonrelay.absence.Absences;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * While a holder is away, they go on holding the baton, and whoever stands in for them may claim their tasks as well.
 * The task's owner says whose it is: that is how it finds back, and how the ledger names both.
 */
@Component
@Transactional
public class SharedTasks {

    private final TaskService tasks;
    private final Absences absences;
    private final Ledger ledger;

    SharedTasks(@Lazy TaskService tasks, Absences absences, Ledger ledger) {
        this.tasks = tasks;
        this.absences = absences;
        this.ledger = ledger;
    }

    /**
     * Makes the open tasks of somebody who may be away those of whoever stands in for them today; of nobody besides,
     * when they are here. What they had claimed from a group goes back to it; what is shared as it should be stays with
     * whoever has claimed it. What is on hold waits until it goes on: see {@link #shareAllOf}.
     */
    public void share(String person) {
        String standIn = absences.standInFor(person).orElse(null);
        boolean away = absences.of(person).isPresent();
        // theirs first: within one step of the engine its queries do not see what is changed below
        for (Task task : tasks.createTaskQuery().taskAssignee(person).active().list()) {
            if (person.equals(task.getOwner())) {
                continue;
            }
            if (away && isOfferedToSeveral(task)) {
                tasks.setAssignee(task.getId(), null);
            } else if (standIn != null) {
                share(task, person, standIn);
            }
        }
        for (Task shared : tasks.createTaskQuery().taskOwner(person).active().list()) {
            if (standIn == null) {
                unshare(tasks, shared);
                tasks.setAssignee(shared.getId(), person);
            } else if (!isOfferedTo(standIn, shared)) {
                unshare(tasks, shared);
                share(shared, person, standIn);
            }
        }
    }

    /** A lead goes on that was on hold while people went away and came back. */
    public void shareAllOf(LeadReference reference) {
        tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .flatMap(task -> Stream.of(task.getAssignee(), task.getOwner()).filter(Objects::nonNull))
                .distinct()
                .forEach(this::share);
    }

    private void share(Task task, String person, String standIn) {
        tasks.setOwner(task.getId(), person);
        tasks.addCandidateUser(task.getId(), person);
        tasks.addCandidateUser(task.getId(), standIn);
        tasks.setAssignee(task.getId(), null);
    }

    /** A task that appears while its holder is away. Who gives it to themselves is at work. */
    @EventListener(condition = "#task.eventName == 'assignment'")
    void on(DelegateTask task) {
        String person = task.getAssignee();
        boolean theirs = person != null && task.getOwner() == null && !person.equals(CurrentActor.name());
        if (theirs && Variables.textOrNull(task, Variables.REFERENCE) != null) {
            absences.standInFor(person).ifPresent(standIn -> share(task, person, standIn));
        }
    }

    private static void share(DelegateTask task, String person, String standIn) {
        task.setOwner(person);
        task.addCandidateUser(person);
        task.addCandidateUser(standIn);
        task.setAssignee(null);
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    void done(DelegateTask task) {
        String owner = task.getOwner();
        String reference = Variables.textOrNull(task, Variables.REFERENCE);
        if (owner != null && reference != null && !owner.equals(CurrentActor.name())) {
            ledger.append(NewEntry.of(new LeadReference(reference), EntryType.SUBSTITUTE_ACTED)
                    .leg(Variables.textOrNull(task, Variables.LEG))
                    .with("for", owner)
                    .with("task", task.getName()));
        }
    }

    /** Leaves a shared task without candidates; nothing for one that is not shared. */
    static void unshare(TaskService tasks, Task task) {
        if (task.getOwner() == null) {
            return;
        }
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getUserId() != null) {
                tasks.deleteCandidateUser(task.getId(), link.getUserId());
            }
        }
        tasks.deleteUserIdentityLink(task.getId(), task.getOwner(), IdentityLinkType.OWNER);
    }

    private boolean isOfferedToSeveral(Task task) {
        return candidates(task).findAny().isPresent();
    }

    private boolean isOfferedTo(String person, Task task) {
        return candidates(task).anyMatch(link -> person.equals(link.getUserId()));
    }

    private Stream<IdentityLink> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
    }
}
