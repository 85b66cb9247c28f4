package org.batonrelay.baton;

import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever completes a task of a leg has done something: a manager need not unblock the leg any more. */
@Component
class HolderMoved {

    private final RuntimeService runtime;
    private final Batons batons;

    HolderMoved(@Lazy RuntimeService runtime, Batons batons) {
        this.runtime = runtime;
        this.batons = batons;
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    void on(DelegateTask task) {
        boolean manager = task.getTaskDefinitionKey().equals("unblockLeg");
        if (manager || !LegDefinitions.isLeg(task.getProcessDefinitionId())) {
            return;
        }
        LeadReference reference = Variables.reference(task);
        batons.touch(reference);
        // the watch is a process of its own, called beside the work
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(reference.value())
                .messageEventSubscriptionName("holderMoved")
                .list()
                .forEach(waiting -> runtime.messageEventReceived("holderMoved", waiting.getId()));
    }
}
