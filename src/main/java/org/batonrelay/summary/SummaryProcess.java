package org.batonrelay.summary;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.LeadMessages;
import org.springframework.stereotype.Component;

/** The process summary-email in business words. */
@Component
class SummaryProcess {

    static final String SUMMARY_ID = "summaryId";
    /** The id that whoever started the process waits for; a revision changes the other one. */
    static final String AWAITED_ID = "awaitedSummaryId";

    static final String CORRECTED_ID = "correctedSummaryId";
    static final String ANSWER_ID = "answerId";

    private final LeadMessages messages;

    SummaryProcess(LeadMessages messages) {
        this.messages = messages;
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
        return messages.tell(
                summary.reference(), "clientAnswered", SUMMARY_ID, summary.id(), Map.of(ANSWER_ID, answer.id()));
    }

    /** Ends every running one of a lead, wherever it is. */
    void summaryWithdrawn(LeadReference reference) {
        messages.tellAll(reference, "summaryWithdrawn");
    }

    /** @param outcome the status that the summary came to */
    void summarySettled(LeadReference reference, String awaitedId, String outcome) {
        messages.tell(reference, "summarySettled", SUMMARY_ID, awaitedId, Map.of("summaryOutcome", outcome));
    }

    private void start(String message, Summary summary, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put(SUMMARY_ID, summary.id());
        variables.put(AWAITED_ID, summary.id());
        messages.start(summary.reference(), message, variables);
    }
}
