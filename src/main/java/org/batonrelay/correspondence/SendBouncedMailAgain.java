package org.batonrelay.correspondence;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends again what had come back, in a transaction of its own. */
@Component
class SendBouncedMailAgain implements JavaDelegate {

    private final Bounces bounces;

    SendBouncedMailAgain(Bounces bounces) {
        this.bounces = bounces;
    }

    @Override
    public void execute(DelegateExecution execution) {
        bounces.sendAgain(Variables.text(execution, Bounces.CONTACT));
    }
}
