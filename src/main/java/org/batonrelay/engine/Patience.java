package org.batonrelay.engine;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries a transaction again that was lost against another on the same lead: a mail or a timer may be at work at the
 * very moment when somebody presses a button on one of our pages, and that is no reason to send them away. Only the
 * outermost transaction is tried again, and all of it; within one, and in jobs, which the engine repeats itself, a lost
 * race goes on to whoever began it.
 */
class Patience implements MethodInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final int ATTEMPTS = 4;

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        int attempts = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        for (int attempt = 1; attempt < attempts; attempt++) {
            try {
                return again(call);
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                LOG.debug("attempt {} at {} met something else that was going on", attempt, call.getMethod(), e);
            }
        }
        return call.proceed();
    }

    /** Each attempt goes through the rest of the chain from its start. */
    private static @Nullable Object again(MethodInvocation call) throws Throwable {
        return call instanceof ProxyMethodInvocation proxied
                ? proxied.invocableClone().proceed()
                : call.proceed();
    }
}
