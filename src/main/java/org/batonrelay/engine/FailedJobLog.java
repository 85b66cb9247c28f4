package org.batonrelay.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each job that has failed, and where it failed once for each kind of failure: the engine would tell all of
 * it each time, a hundred lines a mail while a mail server is away. A lost race is none.
 */
public class FailedJobLog implements ExecuteJobHelper.ExceptionLoggingHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobLog.class);
    private static final int KINDS = 200;
    private static final int LONGEST = 300;

    private final Map<String, Boolean> told = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KINDS;
        }
    });

    @Override
    public void exceptionWhileExecutingJob(String jobId, Throwable fault) {
        if (fault instanceof OptimisticLockingException) {
            LOG.debug("job {} met something else that was going on and is tried again", jobId, fault);
        } else if (told.put(kind(fault), true) == null) {
            LOG.warn(
                    "job {} has failed: {}; the next one of this kind is told in one line", jobId, words(fault), fault);
        } else {
            LOG.warn("job {} has failed: {}", jobId, words(fault));
        }
    }

    private static String words(Throwable fault) {
        String words = fault.toString();
        String line = words.lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /** Two are of a kind when they were thrown at the same place for the same kind of reason. */
    private static String kind(Throwable fault) {
        StringBuilder kind = new StringBuilder();
        for (Throwable one = fault; one != null; one = one.getCause() == one ? null : one.getCause()) {
            StackTraceElement[] where = one.getStackTrace();
            kind.append(one.getClass().getName())
                    .append(where.length == 0 ? "" : where[0])
                    .append(' ');
        }
        return kind.toString();
    }
}
