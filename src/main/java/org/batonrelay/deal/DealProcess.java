package org.batonrelay.deal;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.LedgerEntry;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The running deal in business words: which of its meetings wait for their summary, and a review asked for beside. */
@Component
class DealProcess {

    private static final String SUMMARY_WANTED = "summaryWanted";

    private final RuntimeService runtime;

    private final TaskService taskService;
    private final LeadTasks tasks;

    DealProcess(@Lazy RuntimeService runtime, @Lazy TaskService taskService, LeadTasks tasks) {
        this.runtime = runtime;
        this.taskService = taskService;
        this.tasks = tasks;
    }

    /**
     * The AE asks legal as they would on their form.
     *
     * @return whether the deal waits for a decision of the AE at all
     */
    boolean askLegal(LeadReference reference) {
        Optional<String> work = tasks.find(reference, "workDeal");
        work.ifPresent(task -> taskService.complete(task, Map.of(DealVariables.DEAL_DECISION, Deals.CONTRACT)));
        return work.isPresent();
    }

    /** Who has signed has bought: it is chosen on the form, and the AE says it. */
    @EventListener
    void on(LedgerEntry entry) {
        if (entry.type() == EntryType.CONTRACT_SIGNED) {
            tasks.find(entry.reference(), "workDeal")
                    .ifPresent(task -> taskService.setVariable(task, DealVariables.DEAL_DECISION, Deals.WON));
        }
    }

    boolean isMeetingWaiting(String deal) {
        return longestWaiting(deal).isPresent();
    }

    /** The meeting that has waited longest need not wait any more. */
    void summaryWanted(String deal) {
        longestWaiting(deal).ifPresent(it -> runtime.messageEventReceived(SUMMARY_WANTED, it.getExecutionId()));
    }

    /** The talk that waits for this meeting goes on with what has changed; nothing when none waits any more. */
    void meetingChanged(String deal, String uid, Map<String, Object> changes) {
        runtime
                .createEventSubscriptionQuery()
                .processInstanceId(deal)
                .eventType("message")
                .eventName("meetingChanged")
                .list()
                .stream()
                .map(EventSubscription::getExecutionId)
                .filter(talk -> uid.equals(runtime.getVariable(talk, DealVariables.MEETING_UID)))
                .forEach(talk -> runtime.messageEventReceived("meetingChanged", talk, changes));
    }

    private Optional<EventSubscription> longestWaiting(String deal) {
        return runtime
                .createEventSubscriptionQuery()
                .processInstanceId(deal)
                .eventType("message")
                .eventName(SUMMARY_WANTED)
                .list()
                .stream()
                .min(Comparator.comparing(EventSubscription::getCreated));
    }
}
