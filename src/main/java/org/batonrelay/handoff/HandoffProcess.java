package org.batonrelay.handoff;

import jakarta.ws.rs.BadRequestException;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.doors.OnBehalf;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The waiting offer in business words: who has it open, and the receiver's answer, by the same ways as from Tasklist. */
@Component
public class HandoffProcess {

    private final TaskService tasks;
    private final FormService forms;
    private final OnBehalf onBehalf;

    HandoffProcess(@Lazy TaskService tasks, @Lazy FormService forms, OnBehalf onBehalf) {
        this.tasks = tasks;
        this.forms = forms;
        this.onBehalf = onBehalf;
    }

    /** Whoever has claimed the offer and not answered it yet. */
    public Optional<String> claimedBy(LeadReference reference) {
        return waiting(reference).map(Task::getAssignee);
    }

    /**
     * A claim and the form, each with its checks. A claim whose answer is refused is given back at once.
     *
     * @param person who answers; whoever calls has made sure of it
     * @throws Refusal with the sentence that Tasklist would show
     */
    public void answer(LeadReference reference, String person, Map<String, Object> values) {
        Task task = waiting(reference).orElseThrow(() -> new Refusal("This offer waits for nobody's answer any more."));
        try {
            onBehalf.of(person, () -> {
                tasks.claim(task.getId(), person);
                forms.submitTaskForm(task.getId(), values);
            });
        } catch (BadRequestException | BadUserRequestException | AuthorizationException refused) {
            if (task.getAssignee() == null) {
                giveBack(reference, person);
            }
            throw new Refusal(String.valueOf(refused.getMessage()));
        }
    }

    private void giveBack(LeadReference reference, String person) {
        waiting(reference)
                .filter(task -> person.equals(task.getAssignee()))
                .ifPresent(task -> tasks.setAssignee(task.getId(), null));
    }

    private Optional<Task> waiting(LeadReference reference) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(Ladder.TAKE_BATON)
                .list()
                .stream()
                .findFirst();
    }
}
