package org.batonrelay.engine;

import java.time.Clock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A server that is away, for tests of other rooms: an errand fails because of it, and somebody looks after it. */
@Component
public class AnOutage implements Errand<String> {

    private final Errands errands;
    private final Outages outages;
    private final ManagementService management;
    private final Clock clock;

    AnOutage(Errands errands, Outages outages, ManagementService management, Clock clock) {
        this.errands = errands;
        this.outages = outages;
        this.management = management;
        this.clock = clock;
    }

    @Override
    public ErrandName<String> name() {
        return ErrandName.ofText("wait-for-a-server");
    }

    @Override
    public void run(String server) {
        throw new IllegalStateException(Away.sentence(server) + ".");
    }

    /** @return a job that has failed for the third time */
    public String jobThatWaitsFor(String server) {
        errands.later(null, name(), server);
        String job = management.createJobQuery().messages().list().stream()
                .filter(it -> it.getExceptionMessage() == null && it.getProcessInstanceId() == null)
                .filter(it -> server.equals(payload(it)))
                .map(Job::getId)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < 3; i++) {
            try {
                management.executeJob(job);
            } catch (IllegalStateException e) {
                // that is what it is for
            }
        }
        return job;
    }

    private static @Nullable String payload(Job job) {
        String raw = ((org.camunda.bpm.engine.impl.persistence.entity.JobEntity) job).getJobHandlerConfigurationRaw();
        return raw == null || !raw.contains("\n") ? null : raw.substring(raw.indexOf('\n') + 1);
    }

    /** Whether it is to be done by now, with all its tries. */
    public boolean isDue(String job) {
        Job found = management.createJobQuery().jobId(job).singleResult();
        return !found.getDuedate().toInstant().isAfter(clock.instant()) && found.getRetries() == FailedJob.TRIES;
    }

    public void look() {
        outages.look();
    }

    public void forget(String job) {
        management.deleteJob(job);
    }
}
