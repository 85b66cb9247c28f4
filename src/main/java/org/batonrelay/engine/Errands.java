package org.batonrelay.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts an {@link Errand} on the engine's job list in the caller's transaction: retried with back-off, then an incident
 * in Cockpit. Nothing is drawn into a model for it, and it ends with the process instance that it is about.
 */
@Component
public class Errands {

    /** The engine's column for what a job is to do takes no more. */
    private static final int LONGEST = 4000;

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    Errands(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /**
     * @param executionId an execution of the process instance that an incident is shown on, and with whose end the
     *     errand is off; null for an errand that outlives the process it was asked for in
     * @param errand the {@link Errand#name}
     * @throws IllegalArgumentException when name and payload together are longer than 4,000 characters: pass ids, not
     *     contents
     */
    public void later(@Nullable String executionId, String errand, String payload) {
        put(executionId, errand, payload, null);
    }

    /** The same, but not before this time; it outlives the process that it was asked for in. */
    public void at(Instant due, String errand, String payload) {
        put(null, errand, payload, due);
    }

    private void put(@Nullable String executionId, String errand, String payload, @Nullable Instant due) {
        String configuration = new ErrandJob.Order(errand, payload).toCanonicalString();
        if (configuration.length() > LONGEST) {
            throw new IllegalArgumentException("errand " + errand + ": a payload of " + payload.length()
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
        job.setRetries(FailedErrand.TRIES);
        // it changes nothing in the instance, so nothing of the instance has to wait for it
        job.setExclusive(false);
        if (executionId != null) {
            ExecutionEntity instance =
                    context.getExecutionManager().findExecutionById(executionId).getProcessInstance();
            job.setExecution(instance);
            job.setProcessDefinitionId(instance.getProcessDefinitionId());
            job.setProcessDefinitionKey(instance.getProcessDefinition().getKey());
        }
        return job;
    }
}
