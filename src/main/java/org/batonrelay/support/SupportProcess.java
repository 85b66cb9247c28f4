package org.batonrelay.support;

import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** One running request, in business words. */
@Component
class SupportProcess {

    private final TaskService tasks;

    SupportProcess(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    /** Takes the request from whoever of a group has claimed it and gives it back to all of them. */
    void release(String instance) {
        tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey("acceptBriefing").list().stream()
                .filter(task -> task.getAssignee() != null)
                .filter(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link -> link.getType().equals("candidate")))
                .forEach(task -> tasks.setAssignee(task.getId(), null));
    }
}
