package org.batonrelay.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells what has failed because of a model, table or person apart from what will pass by itself. */
public final class Faults {

    /** An incident's text takes no more. */
    private static final int LONGEST = 4000;

    private Faults() {}

    /** A lost race, or a database that is away: whoever called tries again. */
    public static boolean isPassing(@Nullable Throwable fault) {
        return fault != null
                && (fault instanceof OptimisticLockingException
                        || fault instanceof TransientDataAccessException
                        || fault instanceof DataAccessResourceFailureException
                        || fault instanceof TransactionException
                        || fault.getCause() != fault && isPassing(fault.getCause()));
    }

    /** Whether somebody was told no, in a sentence for them. */
    public static boolean isRefusal(@Nullable Throwable fault) {
        return fault != null && (fault instanceof Refusal || fault.getCause() != fault && isRefusal(fault.getCause()));
    }

    /** The first words of the cause that lies deepest. */
    public static String reason(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return cut(deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage());
    }

    /** No longer than the column of an incident's text. */
    public static String cut(String message) {
        if (message.length() <= LONGEST) {
            return message;
        }
        int end = Character.isHighSurrogate(message.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return message.substring(0, end) + "…";
    }
}
