package org.batonrelay.engine;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Runs an errand as a job of the engine; the job's transaction is the errand's. */
public class ErrandJob implements JobHandler<ErrandJob.Order> {

    public static final String TYPE = "errand";

    private final ObjectProvider<Errand<?>> errands;

    public ErrandJob(ObjectProvider<Errand<?>> errands) {
        this.errands = errands;
    }

    /** What the job keeps: the errand's name, a line break, what it is told to do. */
    record Order(String errand, String written) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return errand + "\n" + written;
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(
            Order order, @Nullable ExecutionEntity execution, CommandContext context, @Nullable String tenant) {
        run(
                errands.stream()
                        .filter(errand -> errand.name().value().equals(order.errand()))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException("nobody here runs the errand '" + order.errand() + "'")),
                order.written());
    }

    private static <O> void run(Errand<O> errand, String written) {
        errand.run(errand.name().read(written));
    }

    @Override
    public Order newConfiguration(String canonical) {
        String[] parts = canonical.split("\n", 2);
        return new Order(parts[0], parts[1]);
    }

    @Override
    public void onDelete(Order order, JobEntity job) {
        // an errand that is called off leaves nothing behind
    }
}
