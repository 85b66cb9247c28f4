package org.batonrelay.handoff;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody is away from now on: their offers move, and their tasks are shared with whoever stands in for them. */
@Component
class HandOverWork implements JavaDelegate {

    private final AbsentPeople absent;

    HandOverWork(AbsentPeople absent) {
        this.absent = absent;
    }

    @Override
    public void execute(DelegateExecution execution) {
        absent.gone(Variables.text(execution, "person"));
    }
}
