package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A transaction that another one has beaten is tried again, where it began. */
class RetryLostRacesTests {

    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void noTransactionIsLeft() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    private String patiently(int lost, RuntimeException race) {
        Supplier<String> step = () -> {
            if (attempts.incrementAndGet() <= lost) {
                throw race;
            }
            return "done";
        };
        ProxyFactory proxy = new ProxyFactory(step);
        proxy.addAdvice(new RetryLostRaces(Duration.ZERO));
        @SuppressWarnings("unchecked")
        Supplier<String> patient = (Supplier<String>) proxy.getProxy();
        return patient.get();
    }

    @Test
    void triesAgainWhatWasLostAgainstAnother() {
        assertThat(patiently(3, new OptimisticLockingException("lost"))).isEqualTo("done");
        attempts.set(0);
        assertThat(patiently(2, new CannotAcquireLockException("deadlock"))).isEqualTo("done");
    }

    @Test
    void givesUpInTheEnd() {
        assertThatThrownBy(() -> patiently(9, new OptimisticLockingException("lost")))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).hasValue(6);
    }

    @Test
    void leavesItToWhoeverBeganTheTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        assertThatThrownBy(() -> patiently(1, new OptimisticLockingException("lost")))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void doesNotRepeatWhatWentWrongOtherwise() {
        assertThatThrownBy(() -> patiently(1, new Refusal("no"))).isInstanceOf(Refusal.class);
        assertThat(attempts).hasValue(1);
    }
}
