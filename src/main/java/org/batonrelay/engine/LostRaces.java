package org.batonrelay.engine;

import java.sql.SQLException;
import java.util.Locale;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Two transactions on one lead may lock the same rows in a different order; the database then ends one of them. Or one
 * of them reads half of a tree of executions before, and half after the other has changed it; or hangs something on an
 * execution that the other has just removed, or has a job of it to do. That is a race lost and no fault: told as the engine tells its own, so that
 * a person's step is tried again and a job loses none of its retries.
 */
public class LostRaces extends CommandInterceptor {

    /** Of the engine's exceptions, this one has no class of its own. */
    private static final String HALF_OF_A_TREE = "ENGINE-03077";

    /** The engine's own foreign keys begin so; it never hangs anything on a row that it has not just read. */
    private static final String FOREIGN_KEY_OF_THE_ENGINE = "act_fk_";

    /** @throws OptimisticLockingException when another transaction came in between */
    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            if (e instanceof OptimisticLockingException || !isLost(e)) {
                throw e;
            }
            throw new OptimisticLockingException("another transaction on the same lead came in between", e);
        }
    }

    static boolean isLost(@Nullable Throwable fault) {
        if (fault == null) {
            return false;
        }
        return fault instanceof SQLException sql && isLost(sql)
                || fault instanceof ConcurrencyFailureException
                || fault instanceof OptimisticLockingException
                || fault instanceof NullPointerException && isOfAnExecutionThatIsGone(fault)
                || fault instanceof NullValueException && isOfAJobWhoseExecutionIsGone(fault)
                || String.valueOf(fault.getMessage()).startsWith(HALF_OF_A_TREE)
                || fault.getCause() != fault && isLost(fault.getCause());
    }

    private static boolean isLost(SQLException fault) {
        return ExceptionUtil.checkDeadlockException(fault)
                || String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains(FOREIGN_KEY_OF_THE_ENGINE)
                || fault.getNextException() != null && isLost(fault.getNextException());
    }

    /**
     * The engine does not ask whether the execution of a task that it has read is still there. Of a place where this
     * has happened often the virtual machine no longer says where it is; what is ours never gets that far.
     */
    private static boolean isOfAnExecutionThatIsGone(Throwable fault) {
        StackTraceElement[] where = fault.getStackTrace();
        return where.length == 0 || where[0].getClassName().startsWith("org.camunda.bpm.engine.impl.");
    }

    private static boolean isOfAJobWhoseExecutionIsGone(Throwable fault) {
        return String.valueOf(fault.getMessage()).contains("referenced from job");
    }
}
