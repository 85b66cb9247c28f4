package org.batonrelay.deal;

import java.util.List;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The AE and their lead hear that legal is silent; nothing is taken away from anybody. */
@Component
class ReportSilence implements JavaDelegate {

    private final Legal legal;
    private final LegalNotices notices;

    ReportSilence(Legal legal, LegalNotices notices) {
        this.legal = legal;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String review = Variables.text(execution, DealVariables.REVIEW_ID);
        String managers = Variables.text(execution, DealVariables.MANAGER_GROUP);
        legal.reportSilence(review, managers);
        String occasion = review + "@" + execution.getActivityInstanceId();
        List.of(Variables.text(execution, Variables.HOLDER), "group:" + managers)
                .forEach(reader -> notices.later(
                        execution.getId(), LegalNotices.Kind.SILENT, Variables.reference(execution), reader, occasion));
    }
}
