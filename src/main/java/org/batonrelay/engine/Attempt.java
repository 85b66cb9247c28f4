package org.batonrelay.engine;

import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContextInterceptor;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutorImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringTransactionInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tries something that may fail, in the transaction of the caller, who can go on when it has: whatever was written,
 * in the engine's tables or ours, is then as it was before the attempt.
 */
@Component
public class Attempt {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ObjectProvider<PlatformTransactionManager> transactions;

    Attempt(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ObjectProvider<PlatformTransactionManager> transactions) {
        this.engine = engine;
        this.transactions = transactions;
    }

    /** Throws what the step throws, which leaves the caller's transaction as good as it was. */
    public <T> T at(Callable<T> step) {
        ProcessEngineConfigurationImpl configuration = engine.getObject();
        List<CommandInterceptor> chain = List.of(
                new SpringTransactionInterceptor(
                        transactions.getObject(), TransactionDefinition.PROPAGATION_NESTED, configuration),
                new CommandContextInterceptor(configuration.getCommandContextFactory(), configuration, true));
        chain.get(0).setNext(chain.get(1));
        chain.get(1).setNext(new CommandExecutorImpl());
        return chain.get(0).execute(context -> {
            try {
                return step.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
