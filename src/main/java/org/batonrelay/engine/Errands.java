package org.batonrelay.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts an {@link Errand} on the engine's job list in the caller's transaction: retried with back-off, then an incident
 * in Cockpit. Nothing is drawn into a model for it, and it ends with the process instance that it is about.
 */
@Component
public class Errands {

    /** The engine's column for what a job is to do takes no more. */
    private static final int LONGEST = 4000;

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Errands(ObjectProvider<ProcessEngineConfigurationImpl> engine, JdbcClient jdbc, TransactionTemplate transaction) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * @param executionId an execution of the process instance that an incident is shown on, and with whose end the
     *     errand is off; null for an errand that outlives the process it was asked for in
     * @throws IllegalArgumentException when name and order together are longer than 4,000 characters: pass ids, not
     *     contents
     */
    public <O> void later(@Nullable String executionId, ErrandName<O> errand, O order) {
        put(executionId, errand.value(), errand.write(order), null);
    }

    /** The same, but not before this time; it outlives the process that it was asked for in. */
    public <O> void at(Instant due, ErrandName<O> errand, O order) {
        put(null, errand.value(), errand.write(order), due);
    }

    /**
     * The same for an occasion that comes once, such as a certain Monday: of all nodes that think of it, however often,
     * one has it run.
     */
    public <O> void once(ErrandName<O> errand, O order) {
        String occasion = errand.occasion(order);
        try {
            transaction.executeWithoutResult(status -> {
                if (isFirst(errand.value(), occasion)) {
                    later(null, errand, order);
                }
            });
        } catch (DuplicateKeyException e) {
            LOG.debug("{} {}: another node was faster", errand, occasion);
        }
    }

    private boolean isFirst(String errand, String occasion) {
        boolean known = jdbc.sql("select 1 from errand_once where errand = :errand and payload = :payload")
                .param("errand", errand)
                .param("payload", occasion)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            jdbc.sql("insert into errand_once (errand, payload) values (:errand, :payload)")
                    .param("errand", errand)
                    .param("payload", occasion)
                    .update();
        }
        return !known;
    }

    private void put(@Nullable String executionId, String errand, String written, @Nullable Instant due) {
        String configuration = new ErrandJob.Order(errand, written).toCanonicalString();
        if (configuration.length() > LONGEST) {
            throw new IllegalArgumentException("errand " + errand + ": an order of " + written.length()
                    + " characters is too long, pass ids instead of contents");
        }
        engine.getObject().getCommandExecutorTxRequired().execute(context -> {
            MessageEntity job = job(context, executionId, configuration);
            if (due != null) {
                job.setDuedate(Date.from(due));
            }
            context.getJobManager().send(job);
            return null;
        });
    }

    private static MessageEntity job(CommandContext context, @Nullable String executionId, String configuration) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(ErrandJob.TYPE);
        job.setJobHandlerConfigurationRaw(configuration);
        job.setRetries(FailedJob.TRIES);
        // it changes nothing in the instance, so nothing of the instance has to wait for it
        job.setExclusive(false);
        if (executionId != null) {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(executionId);
            if (execution == null) {
                throw new OptimisticLockingException("what the errand is about has ended while it was asked for");
            }
            ExecutionEntity instance = execution.getProcessInstance();
            job.setExecution(instance);
            job.setProcessDefinitionId(instance.getProcessDefinitionId());
            job.setProcessDefinitionKey(instance.getProcessDefinition().getKey());
        }
        return job;
    }
}
