package org.batonrelay.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.jspecify.annotations.Nullable;

/**
 * Two transactions on one lead may lock the same rows in a different order; the database then ends one of them. That
 * is a race lost and no fault: told as the engine tells its own, so that a person's step is tried again and a job
 * loses none of its retries.
 */
class LostRaces extends CommandInterceptor {

    /** @throws OptimisticLockingException when the database ended this transaction for another's sake */
    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            if (e instanceof OptimisticLockingException || !isDeadlock(e)) {
                throw e;
            }
            throw new OptimisticLockingException("the database ended this transaction for the sake of another", e);
        }
    }

    private static boolean isDeadlock(@Nullable Throwable fault) {
        if (fault == null) {
            return false;
        }
        return fault instanceof SQLException sql && ExceptionUtil.checkDeadlockException(sql)
                || fault.getCause() != fault && isDeadlock(fault.getCause());
    }
}
