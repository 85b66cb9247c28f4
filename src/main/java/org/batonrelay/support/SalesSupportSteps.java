package org.batonrelay.support;

import java.util.Date;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.LeadMessages;
import org.batonrelay.baton.Variables;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.summary.Summaries;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code sales-support.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class SalesSupportSteps {

    /** Whatever ends the deal ends this, too: won, lost, closed. Nobody is left waiting for a meeting that is nobody's any more. */
    @Bean
    ExecutionListener releaseHelpers(Support support) {
        return execution -> support.end(Variables.text(execution, SupportVariables.SUPPORT_ID), execution.isCanceled());
    }

    /** Whoever is asked gets the briefing, and the clocks begin. */
    @Bean
    JavaDelegate askHelpers(Support support, SupportDeadlines deadlines, BriefingOnForm forms) {
        return execution -> {
            SupportRequest request = support.offer(Variables.text(execution, SupportVariables.SUPPORT_ID));
            Variables.set(execution, forms.of(request));
            SupportDeadlines.Due due =
                    deadlines.of(request, forms.meetingAt(request), Variables.priority(execution), execution.getId());
            execution.setVariable(SupportVariables.RECEIVER, request.receiver().value());
            execution.setVariable(SupportVariables.REMIND_AT, due.remindAt());
            execution.setVariable(SupportVariables.SILENCE_AT, due.silenceAt());
            execution.setVariable(SupportVariables.MEETING_NEAR_AT, due.nearAt());
            execution.setVariable(SupportVariables.ACCEPT_BY, Date.from(due.acceptBy()));
            execution.setVariable(SupportVariables.MANAGER_GROUP, due.managerGroup());
        };
    }

    /** Presets acceptance, and tells whoever is asked by mail. */
    @Bean
    TaskListener prepareBriefing(SupportNotices notices, SupportRequests requests) {
        return task -> {
            task.setVariable(SupportVariables.DECISION, "accept");
            task.setVariable(SupportVariables.RETURN_REASON, null);
            task.setVariable(SupportVariables.RETURN_NOTE, null);
            SupportRequest request = requests.get(Variables.text(task, SupportVariables.SUPPORT_ID));
            notices.later(task.getExecutionId(), SupportNotices.Kind.ASKED, request, request.receiver(), task.getId());
        };
    }

    /** The meeting is near, and nobody is prepared: the AE and the managers hear of it, once for each date. */
    @Bean
    JavaDelegate reportUnacceptedBriefing(Support support) {
        return execution -> support.reportUnaccepted(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Variables.text(execution, SupportVariables.MANAGER_GROUP),
                execution.getId());
    }

    /** The AE and the managers hear that nobody answers; nothing is taken away from anybody. */
    @Bean
    JavaDelegate reportSilentHelpers(Support support) {
        return execution -> support.reportSilence(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Variables.text(execution, SupportVariables.MANAGER_GROUP),
                execution.getId(),
                execution.getActivityInstanceId());
    }

    /** They are told again. A claim was no acceptance, so all of them may take it. */
    @Bean
    JavaDelegate remindHelpers(
            Support support, SupportRequests requests, SupportDeadlines deadlines, SupportProcess process) {
        return execution -> {
            String id = Variables.text(execution, SupportVariables.SUPPORT_ID);
            process.release(execution.getProcessInstanceId());
            support.remind(id, execution.getId(), execution.getActivityInstanceId());
            execution.setVariable(
                    SupportVariables.REMIND_AT,
                    deadlines.nextReminder(requests.get(id), Variables.priority(execution), execution.getId()));
        };
    }

    /** Back to the AE, with what is missing. */
    @Bean
    JavaDelegate recordBriefingReturn(Support support) {
        return execution -> support.giveBack(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                CurrentActor.name(),
                Variables.text(execution, SupportVariables.RETURN_REASON),
                Variables.textOrNull(execution, SupportVariables.RETURN_NOTE));
    }

    /** The AE finds the briefing as it was, with what the helper misses, and hears of it by mail. */
    @Bean
    TaskListener prepareMending(SupportNotices notices, SupportRequests requests, BriefingOnForm forms) {
        return task -> {
            SupportRequest request = requests.get(Variables.text(task, SupportVariables.SUPPORT_ID));
            Variables.set(task, forms.of(request));
            task.setVariable(SupportVariables.MEND_DECISION, "ask-again");
            task.setVariable(SupportVariables.PART, request.briefing().part());
            task.setVariable(SupportVariables.GOAL, request.briefing().goal());
            task.setVariable(SupportVariables.LEAVE_OUT, request.briefing().leaveOut());
            task.setVariable(SupportVariables.MINUTES, request.briefing().minutes());
            notices.later(
                    task.getExecutionId(),
                    SupportNotices.Kind.RETURNED,
                    request,
                    new Holder(Variables.text(task, Variables.HOLDER)),
                    task.getId());
        };
    }

    /** The AE has mended the briefing and asks again. */
    @Bean
    JavaDelegate recordMendedBriefing(Support support) {
        return execution -> support.mend(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Briefing.of(
                        Variables.textOrNull(execution, SupportVariables.PART),
                        Variables.textOrNull(execution, SupportVariables.GOAL),
                        Variables.textOrNull(execution, SupportVariables.LEAVE_OUT),
                        Variables.textOrNull(execution, SupportVariables.MINUTES)));
    }

    /** Somebody has accepted the briefing: from now on it is theirs. */
    @Bean
    JavaDelegate recordBriefingAcceptance(Support support, BriefingOnForm forms, SupportRequests requests) {
        return execution -> {
            String id = Variables.text(execution, SupportVariables.SUPPORT_ID);
            support.accept(id, CurrentActor.name());
            execution.setVariable(SupportVariables.RECEIVER, CurrentActor.name());
            Variables.set(execution, forms.of(requests.get(id)));
        };
    }

    /** A note is a new one each time. */
    @Bean
    TaskListener prepareJoining() {
        return task -> task.setVariable(SupportVariables.HELPER_NOTE, null);
    }

    /** What a helper notes is among us: it stands with the other notes of the lead, and no client sees those. */
    @Bean
    JavaDelegate keepHelperNote(Notes notes) {
        return execution -> notes.write(
                Variables.reference(execution),
                CurrentActor.name(),
                Variables.text(execution, SupportVariables.HELPER_NOTE));
    }

    /** The meeting is at another time. */
    @Bean
    JavaDelegate renewBriefing(BriefingOnForm forms, SupportRequests requests) {
        return execution -> Variables.set(
                execution, forms.of(requests.get(Variables.text(execution, SupportVariables.SUPPORT_ID))));
    }

    /** All of ours who took part get the summary, and may say what is not right. */
    @Bean
    JavaDelegate tellParticipants(Support support, SupportDeadlines deadlines) {
        return execution -> {
            support.share(
                    Variables.text(execution, SupportVariables.SUPPORT_ID),
                    Variables.text(execution, SupportVariables.SUMMARY_ID));
            execution.setVariable(
                    SupportVariables.CHECK_UNTIL,
                    Date.from(deadlines.checkUntil(Variables.text(execution, SupportVariables.RECEIVER))));
        };
    }

    /** Usually the summary is right; the helper has it by mail as well. */
    @Bean
    TaskListener prepareCheck(SupportNotices notices, SupportRequests requests) {
        return task -> {
            task.setVariable(SupportVariables.SUMMARY_CHECK, "right");
            task.setVariable(SupportVariables.CORRECTION, null);
            notices.later(
                    task.getExecutionId(),
                    SupportNotices.Kind.SHARED,
                    requests.get(Variables.text(task, SupportVariables.SUPPORT_ID)),
                    new Holder(Variables.text(task, SupportVariables.RECEIVER)),
                    task.getId());
        };
    }

    /** The helper has looked at the summary. */
    @Bean
    JavaDelegate recordSummaryCheck(Support support) {
        return execution -> support.check(
                Variables.text(execution, SupportVariables.SUPPORT_ID),
                Variables.textOrNull(execution, SupportVariables.CORRECTION));
    }

    /** Usually the client gets what is right, with the same date of the next step; the holder hears of it by mail. */
    @Bean
    TaskListener prepareCorrection(
            SupportNotices notices, SupportRequests requests, Summaries summaries, BriefingOnForm forms) {
        return task -> {
            SupportRequest request = requests.get(Variables.text(task, SupportVariables.SUPPORT_ID));
            Variables.set(task, forms.of(request));
            task.setVariable(SupportVariables.CORRECTION_DECISION, "new-version");
            task.setVariable(
                    "nextStepOn",
                    summaries
                            .last(request.reference())
                            .map(it -> it.nextStepOn().toString())
                            .orElse(null));
            notices.later(
                    task.getExecutionId(),
                    SupportNotices.Kind.CORRECTED,
                    request,
                    new Holder(Variables.text(task, Variables.HOLDER)),
                    task.getId());
        };
    }

    /** The meeting does not take place. */
    @Bean
    JavaDelegate withdrawSupport(Support support) {
        return execution -> support.withdraw(Variables.text(execution, SupportVariables.SUPPORT_ID));
    }

    /** Whoever joined this meeting hears that its summary is written. */
    @Bean
    JavaDelegate tellHelpers(LeadMessages messages) {
        return execution -> messages.tell(
                Variables.reference(execution),
                "meetingSummarised",
                SupportVariables.MEETING_UID,
                String.valueOf(execution.getVariable(SupportVariables.MEETING_UID)),
                Map.of(SupportVariables.SUMMARY_ID, Variables.text(execution, SupportVariables.SUMMARY_ID)));
    }
}
