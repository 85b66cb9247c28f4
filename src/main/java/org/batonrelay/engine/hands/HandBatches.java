package org.batonrelay.engine.hands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.batch.AbstractBatchJobHandler;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.batch.BatchEntity;
import org.camunda.bpm.engine.impl.batch.BatchJobConfiguration;
import org.camunda.bpm.engine.impl.batch.BatchJobHandler;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator has the engine do to many processes, or to one of them later, is handwork of theirs when it is
 * done: by then a job does it, and no visitor is there any more.
 */
public record HandBatches(AbstractBatchJobHandler<BatchConfiguration> handler, String what, HandWork handWork)
        implements BatchJobHandler<BatchConfiguration> {

    private static final Map<String, String> IN_WORDS = Map.of(
            Batch.TYPE_PROCESS_INSTANCE_DELETION, "cancelled",
            Batch.TYPE_PROCESS_INSTANCE_MODIFICATION, "moved",
            Batch.TYPE_PROCESS_INSTANCE_MIGRATION, "migrated",
            Batch.TYPE_PROCESS_INSTANCE_UPDATE_SUSPENSION_STATE, "");

    public static void watch(ProcessEngineConfigurationImpl engine, HandWork handWork) {
        IN_WORDS.forEach((type, what) -> engine.getJobHandlers().computeIfPresent(type, (key, handler) -> {
            @SuppressWarnings("unchecked") // every handler of a batch keeps ids
            var ofBatch = (AbstractBatchJobHandler<BatchConfiguration>) handler;
            return new HandBatches(ofBatch, what, handWork);
        }));
    }

    @Override
    public String getType() {
        return handler.getType();
    }

    @Override
    public void execute(
            BatchJobConfiguration configuration,
            @Nullable ExecutionEntity execution,
            CommandContext context,
            @Nullable String tenant) {
        String by = whoAsked(context);
        List<ChangedByHand> changes =
                what.isEmpty() ? List.of() : HandWork.find(context, idsIn(configuration, context), by, what);
        handler.execute(configuration, execution, context, tenant);
        // not before all of it is written
        context.getTransactionContext().addTransactionListener(TransactionState.COMMITTING, written -> {
            changes.forEach(handWork::tell);
            if (what.isEmpty()) {
                handWork.tell(new HeldByHand(by));
            }
        });
    }

    private List<String> idsIn(BatchJobConfiguration configuration, CommandContext context) {
        ByteArrayEntity kept = context.getDbEntityManager()
                .selectById(ByteArrayEntity.class, configuration.getConfigurationByteArrayId());
        return Optional.ofNullable(handler.readConfiguration(kept.getBytes()).getIds())
                .orElse(List.of());
    }

    private static String whoAsked(CommandContext context) {
        return Optional.ofNullable(context.getCurrentJob())
                .map(JobEntity::getJobDefinitionId)
                .flatMap(definition -> batches(context).stream()
                        .filter(batch -> definition.equals(batch.getBatchJobDefinitionId()))
                        .findFirst())
                .map(BatchEntity::getCreateUserId)
                .orElse("an administrator");
    }

    private static List<BatchEntity> batches(CommandContext context) {
        return context.getProcessEngineConfiguration().getManagementService().createBatchQuery().list().stream()
                .map(BatchEntity.class::cast)
                .toList();
    }

    @Override
    public BatchJobConfiguration newConfiguration(String canonical) {
        return handler.newConfiguration(canonical);
    }

    @Override
    public void onDelete(BatchJobConfiguration configuration, JobEntity job) {
        handler.onDelete(configuration, job);
    }

    @Override
    public byte[] writeConfiguration(BatchConfiguration configuration) {
        return handler.writeConfiguration(configuration);
    }

    @Override
    public BatchConfiguration readConfiguration(byte[] kept) {
        return handler.readConfiguration(kept);
    }

    @Override
    public JobDeclaration<?, MessageEntity> getJobDeclaration() {
        return handler.getJobDeclaration();
    }

    @Override
    public boolean createJobs(BatchEntity batch) {
        return handler.createJobs(batch);
    }

    @Override
    public void deleteJobs(BatchEntity batch) {
        handler.deleteJobs(batch);
    }

    @Override
    public int calculateInvocationsPerBatchJob(String type, BatchConfiguration configuration) {
        return handler.calculateInvocationsPerBatchJob(type, configuration);
    }
}
