package org.batonrelay.summary;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.LeadMessages;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The process summary-email in business words. */
@Component
class SummaryProcess {

    static final String SUMMARY_ID = "summaryId";
    /** The id that whoever started the process waits for; a revision changes the other one. */
    static final String AWAITED_ID = "awaitedSummaryId";

    static final String CORRECTED_ID = "correctedSummaryId";
    static final String ANSWER_ID = "answerId";

    private static final String POSTPONED = "postponed";

    private final LeadMessages messages;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TaskService tasks;

    SummaryProcess(
            LeadMessages messages,
            @Lazy RuntimeService runtime,
            @Lazy ManagementService jobs,
            @Lazy TaskService tasks) {
        this.messages = messages;
        this.runtime = runtime;
        this.jobs = jobs;
        this.tasks = tasks;
    }

    void summaryWritten(Summary summary) {
        start("summaryWritten", summary, Map.of());
    }

    /** A correction came when nobody waited for it any more. */
    void summaryCorrected(Summary agreed, Answer answer) {
        start("summaryCorrected", agreed, Map.of(CORRECTED_ID, answer.summaryId(), ANSWER_ID, answer.id()));
    }

    /**
     * A contact's answer by mail needs somebody of us to say what it means. Where that was asked about one before, and is
     * not said yet, one task about both takes its place.
     */
    void answerUnclear(Summary summary, String contact, Map<String, String> answer) {
        Optional<Execution> before = sorting(summary, contact);
        if (before.isPresent()) {
            runtime.messageEventReceived("answeredAgain", before.get().getId(), Map.copyOf(answer));
        } else {
            start("answerUnclear", summary, answer);
        }
    }

    /** What this contact has written of which nobody has said yet what it means. */
    Optional<String> unsorted(Summary summary, String contact) {
        return sorting(summary, contact).map(it -> String.valueOf(runtime.getVariable(it.getId(), SortedAnswer.SAID)));
    }

    private Optional<Execution> sorting(Summary summary, String contact) {
        return runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(summary.reference().value())
                .messageEventSubscriptionName("answeredAgain")
                .processVariableValueEquals(SUMMARY_ID, summary.id())
                .processVariableValueEquals(SortedAnswer.CONTACT, contact)
                .list()
                .stream()
                .findFirst();
    }

    /** @return whether a summary waited that now waits for an address */
    boolean mailBounced(Summary summary) {
        return messages.tell(summary.reference(), "mailBounced", SUMMARY_ID, summary.id(), Map.of());
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

    /** What a waiting process counts its deadlines by; empty where none waits, or it was put off before. */
    Optional<SummaryDeadlines> deadlinesToPostpone(Summary summary) {
        return waiting(summary).map(it -> runtime.getVariables(it.getId())).flatMap(known -> {
            boolean notSentYet = known.get("summaryCalendar") == null;
            return notSentYet || known.containsKey(POSTPONED)
                    ? Optional.empty()
                    : Optional.of(new SummaryDeadlines(
                            (String) known.get("remindAfter"),
                            (String) known.get("flagAfter"),
                            String.valueOf(known.get("summaryCalendar"))));
        });
    }

    /** Moves reminder and flag, later only and once; what is due already stays as it is. */
    void postpone(Summary summary, Instant remindAt, Instant flagAt) {
        waiting(summary).map(ProcessInstance::getId).ifPresent(instance -> {
            runtime.setVariable(instance, POSTPONED, true);
            move(instance, "reminderDue", "remindAt", Date.from(remindAt));
            move(instance, "silenceDue", "flagAt", Date.from(flagAt));
        });
    }

    /** The timer that runs now, and the date that the model gives the one that has not begun to. */
    private void move(String instance, String timer, String variable, Date to) {
        if (runtime.getVariable(instance, variable) instanceof Date before && before.before(to)) {
            runtime.setVariable(instance, variable, to);
            jobs.createJobQuery().processInstanceId(instance).activityId(timer).list().stream()
                    .map(Job::getId)
                    .forEach(job -> jobs.setJobDuedate(job, to));
        }
    }

    /** Whoever has the form of a new summary open finds these texts in it when they load it again. */
    void fillOpenForm(LeadReference reference, Map<String, String> fields) {
        tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("writeSummary")
                .list()
                .forEach(task -> runtime.setVariables(task.getExecutionId(), fields));
    }

    private Optional<ProcessInstance> waiting(Summary summary) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("summary-email")
                .processInstanceBusinessKey(summary.reference().value())
                .variableValueEquals(SUMMARY_ID, summary.id())
                .activityIdIn("reminderDue", "silenceDue", "sendSummaryEmail", "remindClient")
                .list()
                .stream()
                .findFirst();
    }

    private void start(String message, Summary summary, Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put(SUMMARY_ID, summary.id());
        variables.put(AWAITED_ID, summary.id());
        messages.start(summary.reference(), message, variables);
    }
}
