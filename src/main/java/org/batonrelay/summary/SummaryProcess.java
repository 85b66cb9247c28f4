package org.batonrelay.summary;

import java.util.Map;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Baton;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * The process summary-email in business words. Every message goes to all that wait for it, because nobody may wait any
 * more and a mismatch would spoil the caller's transaction.
 */
@Component
class SummaryProcess {

    static final String SUMMARY_ID = "summaryId";
    /** The id that whoever started the process waits for; a revision changes the other one. */
    static final String AWAITED_ID = "awaitedSummaryId";

    static final String CORRECTED_ID = "correctedSummaryId";
    static final String ANSWER_ID = "answerId";

    private final RuntimeService runtime;
    private final Leads leads;
    private final Batons batons;

    SummaryProcess(RuntimeService runtime, Leads leads, Batons batons) {
        this.runtime = runtime;
        this.leads = leads;
        this.batons = batons;
    }

    void summaryWritten(Summary summary) {
        start("summaryWritten", summary, Map.of());
    }

    /** A correction came when nobody waited for it any more. */
    void summaryCorrected(Summary agreed, Answer answer) {
        start("summaryCorrected", agreed, Map.of(CORRECTED_ID, answer.summaryId(), ANSWER_ID, answer.id()));
    }

    /** @return whether somebody waited for it */
    boolean clientAnswered(Summary summary, Answer answer) {
        return !runtime.createMessageCorrelation("clientAnswered")
                .processInstanceBusinessKey(summary.reference().value())
                .processInstanceVariableEquals(SUMMARY_ID, summary.id())
                .setVariable(ANSWER_ID, answer.id())
                .correlateAllWithResult()
                .isEmpty();
    }

    /** Ends every running one of a lead, wherever it is. */
    void summaryWithdrawn(LeadReference reference) {
        runtime.createMessageCorrelation("summaryWithdrawn")
                .processInstanceBusinessKey(reference.value())
                .correlateAll();
    }

    void summarySettled(LeadReference reference, String awaitedId, String outcome) {
        runtime.createMessageCorrelation("summarySettled")
                .processInstanceBusinessKey(reference.value())
                .processInstanceVariableEquals(SUMMARY_ID, awaitedId)
                .setVariable("summaryOutcome", outcome)
                .correlateAll();
    }

    private void start(String message, Summary summary, Map<String, Object> more) {
        Lead lead = leads.get(summary.reference());
        Baton baton = batons.get(summary.reference());
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(summary.reference().value())
                .setVariable(Variables.REFERENCE, summary.reference().value())
                .setVariable(Variables.ORGANISATION, lead.organisation())
                .setVariable(Variables.LEG, baton.leg().id())
                .setVariable(Variables.HOLDER, baton.holder().value())
                .setVariable(Variables.PRIORITY, lead.priority().id())
                .setVariable(SUMMARY_ID, summary.id())
                .setVariable(AWAITED_ID, summary.id())
                .setVariables(more)
                .correlateStartMessage();
    }
}
