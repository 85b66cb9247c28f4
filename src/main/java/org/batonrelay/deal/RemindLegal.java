package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Legal is told again; the next time the AE and their lead hear of it. */
@Component
class RemindLegal implements JavaDelegate {

    private final Legal legal;
    private final LegalNotices notices;

    RemindLegal(Legal legal, LegalNotices notices) {
        this.legal = legal;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String since = Variables.text(execution, DealVariables.SILENT_SINCE);
        String review = Variables.text(execution, DealVariables.REVIEW_ID);
        legal.remind(review);
        notices.later(
                execution.getId(),
                LegalNotices.Kind.REMINDED,
                Variables.reference(execution),
                "group:" + Legal.GROUP,
                review + "@" + since);
        execution.setVariable(DealVariables.REMINDED_OF, since);
    }
}
