package org.batonrelay.engine;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Puts a failed job off. The engine does so only for jobs that are drawn in a model; an errand would be tried five
 * times within a second. And one that only lost a race, which the engine would put off for as long as one that failed,
 * is tried again in a moment: somebody waits for the task behind it.
 */
public class FailedJob extends DefaultJobRetryCmd {

    /** The pauses after the first, second, third and fourth failure; the fifth one is an incident. */
    static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    /** Two mails on one lead at the same moment, say: the other one is done by then. It does not count as a failure. */
    static final Duration AFTER_A_LOST_RACE = Duration.ofSeconds(2);

    static final int TRIES = PAUSES.size() + 1;

    public FailedJob(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    @Override
    public Object execute(CommandContext context) {
        JobEntity job = getJob();
        if (job != null && ErrandJob.TYPE.equals(job.getJobHandlerType())) {
            int failedBefore = Math.max(0, TRIES - job.getRetries());
            putOff(job, PAUSES.get(Math.min(failedBefore, PAUSES.size() - 1)));
        }
        Object done = super.execute(context);
        if (job != null && exception instanceof OptimisticLockingException) {
            putOff(job, AFTER_A_LOST_RACE);
        }
        return done;
    }

    /** What only looks like a lost race is tried again as soon, but not for ever. */
    @Override
    protected boolean shouldDecrementRetriesFor(Throwable fault) {
        return super.shouldDecrementRetriesFor(fault) || fault.getCause() instanceof NullPointerException;
    }

    private static void putOff(JobEntity job, Duration pause) {
        job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(pause)));
    }
}
