package org.batonrelay.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do to a process past its tasks is told to the house, in the transaction that does it. */
class HandWork {

    private final ProcessEngineConfigurationImpl engine;
    private final Supplier<PlatformTransactionManager> transactions;
    private final ApplicationEventPublisher events;

    HandWork(
            ProcessEngineConfigurationImpl engine,
            Supplier<PlatformTransactionManager> transactions,
            ApplicationEventPublisher events) {
        this.engine = engine;
        this.transactions = transactions;
        this.events = events;
    }

    /** The house's own steps are no handwork. */
    void on(String executionId, String what, Runnable step) {
        Optional<Visitor> visitor = Visitor.of(engine);
        if (visitor.isEmpty()) {
            step.run();
            return;
        }
        new TransactionTemplate(transactions.get()).executeWithoutResult(transaction -> {
            Optional<ChangedByHand> change = find(executionId, visitor.get(), what);
            step.run();
            change.ifPresent(this::tell);
        });
    }

    /** What follows from it is the house's own step, with nobody's rights to be asked for. */
    private void tell(ChangedByHand change) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    events.publishEvent(change);
                    return null;
                }));
    }

    /** Asked before the step, which may be the end of it. */
    private Optional<ChangedByHand> find(String executionId, Visitor visitor, String what) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(executionId);
            return Optional.ofNullable(execution)
                    .map(ExecutionEntity::getProcessInstance)
                    .map(instance -> new ChangedByHand(
                            visitor.id(), what, instance.getProcessDefinition().getKey(), instance.getBusinessKey()));
        });
    }
}
