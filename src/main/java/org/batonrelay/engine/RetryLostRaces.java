package org.batonrelay.engine;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries a transaction again that was lost against another on the same lead: a mail or a timer may be at work at the
 * very moment when somebody presses a button, and that is no reason to send them away. Where it was another person who
 * was faster, the next attempt finds that and says so. Each pause is a little longer: right after an offer several
 * mails and timers are at work on one lead. Only the outermost transaction is tried again, and all of it; within one,
 * and in jobs, which the engine repeats itself, a lost race goes on to whoever began it.
 */
public class RetryLostRaces implements MethodInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(RetryLostRaces.class);
    private static final int ATTEMPTS = 6;
    private static final RetryLostRaces PATIENTLY = new RetryLostRaces(Duration.ofMillis(100));

    private final Duration pause;

    RetryLostRaces(Duration pause) {
        this.pause = pause;
    }

    /** The same for a step that no proxy stands around, such as a command of the engine. */
    public static <T> T around(Supplier<T> step) {
        return PATIENTLY.run(step::get);
    }

    /** Each attempt goes through the rest of the chain from its start. */
    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        return this.<@Nullable Object, Throwable>run(() -> call instanceof ProxyMethodInvocation proxied
                ? proxied.invocableClone().proceed()
                : call.proceed());
    }

    private interface Step<T extends @Nullable Object, E extends Throwable> {
        T run() throws E;
    }

    private <T extends @Nullable Object, E extends Throwable> T run(Step<T, E> step) throws E {
        int attempts = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        for (int attempt = 1; attempt < attempts; attempt++) {
            try {
                return step.run();
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                LOG.debug("attempt {} met something else that was going on", attempt, e);
                LockSupport.parkNanos(pause.multipliedBy(attempt).toNanos());
            }
        }
        return step.run();
    }

    /** Puts it around every transaction of our rooms. */
    @Configuration(proxyBeanMethods = false)
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static class Setup {

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static StaticMethodMatcherPointcutAdvisor retryLostRaces() {
            StaticMethodMatcherPointcutAdvisor advisor = new StaticMethodMatcherPointcutAdvisor() {
                @Override
                public boolean matches(Method method, Class<?> type) {
                    return type.getPackageName().startsWith("org.batonrelay")
                            && (AnnotatedElementUtils.hasAnnotation(type, Transactional.class)
                                    || AnnotatedElementUtils.hasAnnotation(method, Transactional.class));
                }
            };
            advisor.setAdvice(PATIENTLY);
            advisor.setOrder(Ordered.HIGHEST_PRECEDENCE); // around the transaction, not within it
            return advisor;
        }
    }
}
