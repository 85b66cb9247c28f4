package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whatever ends the deal ends this, too: won, lost, closed. Nobody is left waiting for a meeting that is nobody's any more. */
@Component
class ReleaseHelpers implements ExecutionListener {

    private final Support support;

    ReleaseHelpers(Support support) {
        this.support = support;
    }

    @Override
    public void notify(DelegateExecution execution) {
        support.end(Variables.text(execution, SupportVariables.SUPPORT_ID), execution.isCanceled());
    }
}
