package org.batonrelay.engine.hands;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.batonrelay.engine.Visitor;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do to a process past its tasks is told to the house, in the transaction that does it. */
public class HandWork {

    private final ProcessEngineConfigurationImpl engine;
    private final Supplier<PlatformTransactionManager> transactions;
    private final ApplicationEventPublisher events;

    public HandWork(
            ProcessEngineConfigurationImpl engine,
            Supplier<PlatformTransactionManager> transactions,
            ApplicationEventPublisher events) {
        this.engine = engine;
        this.transactions = transactions;
        this.events = events;
    }

    /** The house's own steps are no handwork. */
    public void on(String executionId, String what, Runnable step) {
        on(List.of(executionId), what, step);
    }

    public void on(Collection<String> executionIds, String what, Runnable step) {
        Optional<Visitor> visitor = Visitor.of(engine);
        if (visitor.isEmpty()) {
            step.run();
            return;
        }
        new TransactionTemplate(transactions.get()).executeWithoutResult(transaction -> {
            List<ChangedByHand> changes = engine.getCommandExecutorTxRequired()
                    .execute(
                            context -> find(context, executionIds, visitor.get().id(), what));
            step.run();
            changes.forEach(this::tell);
        });
    }

    /** What follows from it is the house's own step, with nobody's rights to be asked for. */
    void tell(Object change) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    events.publishEvent(change);
                    return null;
                }));
    }

    /** Asked before the step, which may be the end of it. */
    static List<ChangedByHand> find(CommandContext context, Collection<String> executionIds, String by, String what) {
        return Set.copyOf(executionIds).stream()
                .map(context.getExecutionManager()::findExecutionById)
                .flatMap(Stream::ofNullable)
                .map(ExecutionEntity::getProcessInstance)
                .map(instance -> new ChangedByHand(
                        by, what, instance.getProcessDefinition().getKey(), instance.getBusinessKey()))
                .distinct()
                .toList();
    }
}
