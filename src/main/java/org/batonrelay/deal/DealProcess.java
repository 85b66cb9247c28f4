package org.batonrelay.deal;

import java.util.Comparator;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The running deal in business words: which of its meetings wait for their summary? */
@Component
class DealProcess {

    private static final String SUMMARY_WANTED = "summaryWanted";

    private final RuntimeService runtime;

    DealProcess(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    boolean isMeetingWaiting(String deal) {
        return longestWaiting(deal).isPresent();
    }

    /** The meeting that has waited longest need not wait any more. */
    void summaryWanted(String deal) {
        longestWaiting(deal).ifPresent(it -> runtime.messageEventReceived(SUMMARY_WANTED, it.getExecutionId()));
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
