package org.batonrelay.deal;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Legal has answered: on the AE's card, and by mail. */
@Component
class RecordContractVerdict implements JavaDelegate {

    private final Legal legal;
    private final LegalNotices notices;

    RecordContractVerdict(Legal legal, LegalNotices notices) {
        this.legal = legal;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContractReview review = legal.answer(
                Variables.text(execution, DealVariables.REVIEW_ID),
                Variables.text(execution, DealVariables.CONTRACT_DECISION),
                Variables.textOrNull(execution, DealVariables.CONTRACT_NOTE),
                Variables.textOrNull(execution, DealVariables.DEVIATIONS));
        Instant due = legal.revisionDue(Variables.priority(execution), execution.getId());
        execution.setVariable(DealVariables.REVISION_DUE, due == null ? null : Date.from(due));
        // the review ends in this very step, and its answer has to outlive it
        notices.later(
                null,
                LegalNotices.Kind.ANSWERED,
                review.reference(),
                Variables.text(execution, Variables.HOLDER),
                review.id());
    }
}
