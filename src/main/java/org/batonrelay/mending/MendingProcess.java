package org.batonrelay.mending;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Variables;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The process {@code mend-relay} in business words. */
@Component
class MendingProcess {

    static final String TASK = "mendRelay";

    private static final String KEY = "mend-relay";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Leads leads;

    MendingProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, Leads leads) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.leads = leads;
    }

    List<LeadReference> open() {
        return runtime.createProcessInstanceQuery().processDefinitionKey(KEY).unlimitedList().stream()
                .map(instance -> new LeadReference(instance.getBusinessKey()))
                .distinct()
                .toList();
    }

    boolean isOpen(LeadReference reference) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .processDefinitionKey(KEY)
                        .count()
                > 0;
    }

    /** What is missing, as long as managers are asked by this task. */
    Optional<String> missing(String task) {
        return tasks.createTaskQuery().taskId(task).count() == 0
                ? Optional.empty()
                : Optional.of(String.valueOf(tasks.getVariable(task, MendingVariables.MISSING)));
    }

    void start(Baton baton, String missing) {
        LeadReference reference = baton.reference();
        runtime.startProcessInstanceByKey(
                KEY,
                reference.value(),
                Map.of(
                        Variables.REFERENCE, reference.value(),
                        Variables.ORGANISATION, leads.get(reference).organisation(),
                        Variables.LEG, baton.leg().id(),
                        Variables.HOLDER, baton.holder().value(),
                        MendingVariables.MISSING, missing));
    }

    /** Nothing where the one that waits is being completed in this very step. */
    void withdraw(LeadReference reference) {
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(TASK)
                .list()) {
            if (!(task instanceof TaskEntity entity && entity.isDeleted())) {
                runtime.createMessageCorrelation("lifeReturned")
                        .processInstanceId(task.getProcessInstanceId())
                        .correlate();
            }
        }
    }
}
