package org.batonrelay.support;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The meeting does not take place. */
@Component
class WithdrawSupport implements JavaDelegate {

    private final Support support;

    WithdrawSupport(Support support) {
        this.support = support;
    }

    @Override
    public void execute(DelegateExecution execution) {
        support.withdraw(Variables.text(execution, SupportVariables.SUPPORT_ID));
    }
}
