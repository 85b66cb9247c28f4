package org.batonrelay.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class DrawnStepsTests {

    static class TakeBaton implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {}
    }

    /** Two leads that meet a step for the first time: neither may hear that there is none. */
    @Test
    void knowsAStepThatSomebodyElseHasAskedForInTheSameMoment() {
        AtomicReference<@Nullable DrawnSteps> other = new AtomicReference<>();
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory() {
            @Override
            public @Nullable Class<?> getType(String name, boolean initialize) {
                DrawnSteps meanwhile = other.getAndSet(null);
                if (meanwhile != null) {
                    assertThat(meanwhile.isStep(name)).isTrue();
                }
                return super.getType(name, initialize);
            }
        };
        beans.registerSingleton("takeBaton", new TakeBaton());
        beans.registerSingleton("clock", "no step");
        DrawnSteps steps = new DrawnSteps(beans);
        other.set(steps);

        assertThat(steps.isStep("takeBaton")).isTrue();
        assertThat(steps.isStep("clock")).isFalse();
        assertThat(steps.isStep("nobody")).isFalse();
    }
}
