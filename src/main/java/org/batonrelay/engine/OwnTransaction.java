package org.batonrelay.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Does something in a transaction of its own, whatever the caller is in the midst of. A transaction of the database
 * alone would not do inside an errand: what the engine is told there, it writes at the end of the errand's.
 */
@Component
public class OwnTransaction {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

    OwnTransaction(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /** With the rights of the house. */
    public <T> T run(Callable<T> step) {
        return engine.getObject()
                .getCommandExecutorTxRequiresNew()
                .execute(context -> context.runWithoutAuthorization(step));
    }
}
