package org.batonrelay.relay;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.batonrelay.baton.CardPart;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an instance, and its task, in another transaction while a card for it is put together. */
@Component
public class VanishingTask implements CardPart {

    private final Map<LeadReference, ProcessInstance> next = new ConcurrentHashMap<>();
    private final RuntimeService runtime;
    private final TransactionTemplate apart;

    VanishingTask(RuntimeService runtime, PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public void next(LeadReference lead, ProcessInstance ends) {
        next.put(lead, ends);
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        ProcessInstance ends = next.remove(reference);
        if (ends != null) {
            apart.executeWithoutResult(status -> runtime.deleteProcessInstance(ends.getId(), "test"));
        }
        return Map.of();
    }
}
