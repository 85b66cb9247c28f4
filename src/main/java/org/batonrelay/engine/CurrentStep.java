package org.batonrelay.engine;

import java.util.Optional;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;

/** The step of a process that this thread is in, for those who react to what happens in it. */
public final class CurrentStep {

    private CurrentStep() {}

    /** The process instance whose step this is; empty when no process is at work here. */
    public static Optional<String> processInstanceId() {
        BpmnExecutionContext step = Context.getBpmnExecutionContext();
        return step == null
                ? Optional.empty()
                : Optional.ofNullable(step.getExecution().getProcessInstanceId());
    }
}
