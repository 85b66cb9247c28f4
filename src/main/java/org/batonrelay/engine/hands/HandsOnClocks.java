package org.batonrelay.engine.hands;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.engine.Visitor;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever a visitor does to clocks, or to what stands still and what goes on, is told to the house in the transaction
 * that does it. The engine's own record of operations says which clock it was, whatever call it was wrapped in; so no
 * way stands open because nobody thought of it.
 */
public class HandsOnClocks extends CommandInterceptor implements HistoryEventHandler {

    /** The incident of a clock that somebody has deleted: what it would have done never comes. */
    static final String DELETED = "clock-deleted";

    private static final Set<Class<?>> OF_CLOCKS = Set.of(
            DeleteJobCmd.class,
            ExecuteJobsCmd.class,
            SetJobDuedateCmd.class,
            RecalculateJobDuedateCmd.class,
            SetJobRetriesCmd.class,
            AbstractSetJobsRetriesBatchCmd.class);

    /** Of processes, definitions, jobs and their definitions. */
    private static final Set<Class<?>> OF_STANDING_STILL =
            Set.of(AbstractSetStateCmd.class, AbstractUpdateProcessInstancesSuspendStateCmd.class);

    private static final Map<String, String> IN_WORDS = Map.of(
            "Delete", "deleted the clock \"%s\" of",
            "Execute", "let the clock \"%s\" run out early in",
            "SetDueDate", "moved the clock \"%s\" of",
            "RecalculateDueDate", "moved the clock \"%s\" of",
            "SetJobRetries", "set the retries of the clock \"%s\" of");

    private static final String DELETE = "Delete";

    private record Touched(ChangedByHand change, @Nullable String deletedAt, String clock) {}

    /** What the visitor on this thread touches; null while there is none. */
    private static final ThreadLocal<@Nullable List<Touched>> TOUCHED = new ThreadLocal<>();

    private final ProcessEngineConfigurationImpl engine;
    private final HandWork handWork;
    private final java.util.function.Supplier<PlatformTransactionManager> transactions;

    public HandsOnClocks(
            ProcessEngineConfigurationImpl engine,
            HandWork handWork,
            java.util.function.Supplier<PlatformTransactionManager> transactions) {
        this.engine = engine;
        this.handWork = handWork;
        this.transactions = transactions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean clocks = isAny(OF_CLOCKS, command);
        Optional<Visitor> visitor = clocks || isAny(OF_STANDING_STILL, command) ? Visitor.of(engine) : Optional.empty();
        if (visitor.isEmpty()) {
            return next.execute(command);
        }
        List<Touched> touched = new ArrayList<>();
        return inOneTransaction(() -> {
            TOUCHED.set(touched);
            T done;
            try {
                done = next.execute(command);
            } finally {
                TOUCHED.remove();
            }
            touched.forEach(this::tell);
            if (!clocks) {
                handWork.tell(new HeldByHand(visitor.get().id()));
            }
            return done;
        });
    }

    private <T> T inOneTransaction(java.util.function.Supplier<T> step) {
        return new TransactionTemplate(transactions.get()).execute(transaction -> step.get());
    }

    private void tell(Touched touched) {
        if (touched.deletedAt() != null) {
            engine.getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> Optional.ofNullable(
                                    context.getExecutionManager().findExecutionById(touched.deletedAt()))
                            .map(execution -> execution.createIncident(
                                    DELETED,
                                    touched.clock(),
                                    touched.change().by() + " has deleted the clock \"" + touched.clock()
                                            + "\": what it waits for never comes by itself."))
                            .orElse(null)));
        }
        handWork.tell(touched.change());
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        List<Touched> touched = TOUCHED.get();
        if (touched != null
                && event instanceof UserOperationLogEntryEventEntity entry
                && EntityTypes.JOB.equals(entry.getEntityType())
                && entry.getJobId() != null
                && IN_WORDS.containsKey(entry.getOperationType())) {
            clock(entry.getJobId(), DELETE.equals(entry.getOperationType()))
                    .ifPresent(clock -> touched.add(touched(entry, clock)));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    /** What leaves the house may be tried again by hand without a word; what is deleted is on record, whatever it is. */
    private static Optional<JobEntity> clock(String jobId, boolean deleted) {
        return Optional.ofNullable(Context.getCommandContext().getJobManager().findJobById(jobId))
                .filter(job -> (deleted || job instanceof TimerEntity) && job.getExecutionId() != null);
    }

    private static Touched touched(UserOperationLogEntryEventEntity entry, JobEntity clock) {
        String label = label(clock);
        ChangedByHand change = HandWork.find(
                        Context.getCommandContext(),
                        List.of(clock.getExecutionId()),
                        entry.getUserId(),
                        String.valueOf(IN_WORDS.get(entry.getOperationType())).formatted(label))
                .get(0);
        boolean deleted = DELETE.equals(entry.getOperationType());
        return new Touched(change, deleted ? clock.getExecutionId() : null, label);
    }

    private static String label(JobEntity clock) {
        if (clock.getActivityId() == null) {
            return String.valueOf(clock.getJobHandlerConfigurationRaw())
                    .lines()
                    .findFirst()
                    .orElse("job");
        }
        ModelElementInstance drawn = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findBpmnModelInstanceForProcessDefinition(clock.getProcessDefinitionId())
                .getModelElementById(clock.getActivityId());
        return drawn instanceof FlowElement element && element.getName() != null
                ? element.getName()
                : String.valueOf(clock.getActivityId());
    }

    private static boolean isAny(Set<Class<?>> kinds, Command<?> command) {
        return kinds.stream().anyMatch(kind -> kind.isInstance(command));
    }
}
