package org.batonrelay.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.jspecify.annotations.Nullable;

/**
 * Two transactions on one lead may lock the same rows in a different order; the database then ends one of them. Or one
 * of them reads half of a tree of executions before, and half after the other has changed it. That is a race lost and
 * no fault: told as the engine tells its own, so that a person's step is tried again and a job loses none of its
 * retries.
 */
class LostRaces extends CommandInterceptor {

    /** Of the engine's exceptions, this one has no class of its own. */
    private static final String HALF_OF_A_TREE = "ENGINE-03077";

    /** @throws OptimisticLockingException when another transaction came in between */
    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            if (e instanceof OptimisticLockingException || !isLost(e)) {
                throw e;
            }
            throw new OptimisticLockingException("another transaction on the same lead came in between", e);
        }
    }

    private static boolean isLost(@Nullable Throwable fault) {
        if (fault == null) {
            return false;
        }
        return fault instanceof SQLException sql && ExceptionUtil.checkDeadlockException(sql)
                || String.valueOf(fault.getMessage()).startsWith(HALF_OF_A_TREE)
                || fault.getCause() != fault && isLost(fault.getCause());
    }
}
