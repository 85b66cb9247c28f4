package org.batonrelay.deal;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Legal's turn: its list shows what the deal is worth and when it closes, and whoever asked hears where it stands. */
@Component
class AskLegal implements JavaDelegate {

    private final Legal legal;
    private final LegalNotices notices;

    AskLegal(Legal legal, LegalNotices notices) {
        this.legal = legal;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String holder = Variables.text(execution, Variables.HOLDER);
        ContractReview review = legal.ask(
                Variables.reference(execution),
                holder,
                Variables.textOrNull(execution, DealVariables.REVISION_NOTE),
                execution.getId());
        Instant due = legal.due(review.id(), Variables.priority(execution), execution.getId());
        execution.setVariable(DealVariables.REVIEW_ID, review.id());
        execution.setVariable(DealVariables.REVIEW_DUE, due == null ? null : Date.from(due));
        execution.setVariable(DealVariables.REVIEW_PRIORITY, review.priority());
        Variables.set(execution, review.terms().inList());
        execution.setVariable(DealVariables.REMINDED_OF, null);
        notices.later(execution.getId(), LegalNotices.Kind.QUEUED, review.reference(), holder, review.id());
    }
}
