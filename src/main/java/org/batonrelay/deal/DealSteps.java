package org.batonrelay.deal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.batonrelay.baton.Variables;
import org.batonrelay.contract.ContractVariables;
import org.batonrelay.meeting.MeetingDiary;
import org.batonrelay.meeting.MeetingScores;
import org.batonrelay.relay.SendingBack;
import org.batonrelay.relay.WayBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code deal.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class DealSteps {

    private static final int USUAL_MINUTES = 15;
    private static final String NO_SHOW = "no-show";

    /** The AE begins: are there two contacts, and is a meeting fixed? */
    @Bean
    JavaDelegate openDeal(Deals deals) {
        return execution -> Variables.set(
                execution,
                deals.open(Variables.reference(execution), Variables.textOrNull(execution, DealVariables.MEETING_ON)));
    }

    /** Presets the usual next decision, a further meeting, and nothing of what was filled in the last time. */
    @Bean
    TaskListener prepareDeal(Deals deals, WayBack way) {
        return task -> {
            Map<String, Object> preset = new HashMap<>();
            Stream.of(
                            DealVariables.MEETING_ON,
                            DealVariables.TRY_AGAIN_ON,
                            DealVariables.CONTACT_NAME,
                            DealVariables.CONTACT_EMAIL,
                            DealVariables.CONTACT_ROLE,
                            DealVariables.ONE_CONTACT_REASON,
                            DealVariables.NO_FOLLOW_UP_REASON,
                            DealVariables.SUPPORT_MEETING,
                            DealVariables.SUPPORT_BY,
                            DealVariables.SUPPORT_PART,
                            DealVariables.SUPPORT_GOAL,
                            DealVariables.SUPPORT_LEAVE_OUT)
                    .filter(name -> task.getVariable(name) != null)
                    .forEach(name -> preset.put(name, null));
            preset.put(DealVariables.MEETING_CHANGE, MeetingPlan.FURTHER);
            preset.put(DealVariables.FOLLOW_UP, "agreed");
            preset.put(DealVariables.SUPPORT_MINUTES, USUAL_MINUTES);
            if (!way.isDrawn(task.getExecution())) {
                preset.put(DealVariables.NO_WAY_BACK, true);
            }
            preset.put(DealVariables.DEAL_DECISION, deals.usualNext(Variables.reference(task), (@Nullable String)
                    task.getVariable(DealVariables.BEGUN_BESIDE)));
            Variables.set(task, preset);
        };
    }

    /** Takes down what the AE decided. */
    @Bean
    JavaDelegate recordDealStep(Deals deals, WayBack way) {
        return execution -> {
            String decision = Variables.text(execution, DealVariables.DEAL_DECISION);
            way.check(execution, decision);
            execution.setVariable(DealVariables.BEGUN_BESIDE, decision);
            Variables.set(
                    execution,
                    deals.record(
                            Variables.reference(execution),
                            decision,
                            new Deals.Said(
                                    Variables.textOrNull(execution, DealVariables.MEETING_CHANGE),
                                    Variables.textOrNull(execution, DealVariables.MEETING_ON),
                                    Variables.textOrNull(execution, DealVariables.TRY_AGAIN_ON),
                                    Variables.textOrNull(execution, DealVariables.SEND_BACK_REASON),
                                    Variables.textOrNull(execution, DealVariables.SEND_BACK_NOTE),
                                    Variables.textOrNull(execution, DealVariables.FOLLOW_UP),
                                    Variables.textOrNull(execution, DealVariables.NO_FOLLOW_UP_REASON),
                                    new SecondContact.Person(
                                            Variables.textOrNull(execution, DealVariables.CONTACT_NAME),
                                            Variables.textOrNull(execution, DealVariables.CONTACT_EMAIL),
                                            Variables.textOrNull(execution, DealVariables.CONTACT_ROLE)),
                                    Variables.textOrNull(execution, DealVariables.ONE_CONTACT_REASON),
                                    Variables.textOrNull(execution, ContractVariables.DEAL_VALUE),
                                    Variables.textOrNull(execution, ContractVariables.CLOSE_ON),
                                    support(execution))));
        };
    }

    /** The contract is signed. */
    @Bean
    JavaDelegate winDeal(Deals deals) {
        return execution -> deals.win(Variables.reference(execution));
    }

    /** Usually there is somebody else. */
    @Bean
    TaskListener prepareSecondContact() {
        return task -> task.setVariable(DealVariables.SECOND_CONTACT, "named");
    }

    /** The AE has named somebody else at the client, or has said why there is nobody. */
    @Bean
    JavaDelegate recordSecondContact(SecondContact secondContact) {
        // what they filled in is not to show on the form "Work deal", which is open beside
        return execution -> Variables.set(
                execution,
                secondContact.answer(
                        Variables.reference(execution),
                        Variables.text(execution, DealVariables.SECOND_CONTACT),
                        new SecondContact.Person(
                                Variables.textOrNull(execution, DealVariables.CONTACT_NAME),
                                Variables.textOrNull(execution, DealVariables.CONTACT_EMAIL),
                                Variables.textOrNull(execution, DealVariables.CONTACT_ROLE)),
                        Variables.textOrNull(execution, DealVariables.ONE_CONTACT_REASON)));
    }

    /** Whatever waits for this meeting hears that it was moved or called off. */
    @Bean
    JavaDelegate tellMeetingChange(DealProcess deal) {
        return execution -> deal.meetingChanged(
                execution.getProcessInstanceId(),
                Variables.text(execution, DealVariables.MEETING_UID),
                Map.of(
                        DealVariables.MEETING_AT, execution.getVariable(DealVariables.MEETING_AT),
                        DealVariables.CALLED_OFF, execution.getVariable(DealVariables.CALLED_OFF)));
    }

    /** Invites to the agreed meetings; in a transaction of its own, because the mail leaves the house. */
    @Bean
    JavaDelegate inviteToMeeting(MeetingDiary diary) {
        return execution ->
                diary.invite(Variables.reference(execution), Variables.textOrNull(execution, DealVariables.MEETING_ON));
    }

    /** Does a meeting of this deal still wait for its summary? */
    @Bean
    JavaDelegate lookForMeeting(DealProcess deal) {
        return execution -> execution.setVariable(
                DealVariables.MEETING_WAITS, deal.isMeetingWaiting(execution.getProcessInstanceId()));
    }

    /** The summary of the meeting that has waited longest is wanted now. */
    @Bean
    JavaDelegate tellMeeting(DealProcess deal, MeetingDiary diary) {
        return execution -> {
            diary.holdNext(Variables.reference(execution));
            deal.summaryWanted(execution.getProcessInstanceId());
        };
    }

    /** Behind a meeting the form asks whether it took place; usually it did. */
    @Bean
    TaskListener prepareTalk(MeetingPlan plan, MeetingScores scores) {
        return task -> {
            String uid = (@Nullable String) task.getVariable(DealVariables.MEETING_UID);
            task.setVariable(DealVariables.MEETING_OUTCOME, "held");
            task.setVariable(DealVariables.NEW_MEETING_ON, null);
            task.setVariable(DealVariables.ASK_SCORE, scores.isWanted(uid));
            task.setVariable(DealVariables.MEETING_SCORE, null);
            task.setVariable(DealVariables.TIMES_LEFT, uid == null ? 0 : plan.timesLeft(uid));
        };
    }

    /** With the summary of the first meeting the AE says how good it was. */
    @Bean
    TaskListener recordMeetingScore(MeetingScores scores) {
        return task -> scores.rate(
                Variables.reference(task),
                Variables.textOrNull(task, DealVariables.MEETING_UID),
                Variables.textOrNull(task, DealVariables.MEETING_SCORE));
    }

    /** Nobody of the client came: the same meeting at another time, or none any more. */
    @Bean
    JavaDelegate recordNoShow(MeetingPlan plan) {
        return execution -> {
            // the talk knows its own meeting; other talks may run beside it
            plan.miss(
                            Variables.reference(execution),
                            Variables.text(execution, DealVariables.MEETING_UID),
                            Variables.textOrNull(execution, DealVariables.NEW_MEETING_ON))
                    .forEach(execution::setVariable);
        };
    }

    /** Nobody came, whatever time was proposed: the lead goes back to whoever has qualified it. */
    @Bean
    JavaDelegate giveDealBack(SendingBack back, WayBack way) {
        return execution -> {
            way.check(execution, SendingBack.OUTCOME);
            back.record(
                    Variables.reference(execution), NO_SHOW, "The client came to none of the times that were agreed.");
            execution.setVariable(DealVariables.DEAL_DECISION, SendingBack.OUTCOME);
        };
    }

    /** The invitation to the meeting that was agreed goes with the summary that was just written; in the transaction of its author. */
    @Bean
    JavaDelegate encloseInvitation(MeetingDiary diary) {
        return execution -> {
            String meetingOn = Variables.textOrNull(execution, DealVariables.MEETING_ON);
            if (meetingOn != null) {
                diary.enclose(Variables.reference(execution), meetingOn);
            }
        };
    }

    private static SupportWanted support(DelegateExecution execution) {
        return new SupportWanted(
                UUID.randomUUID().toString(),
                Variables.reference(execution),
                Variables.textOrNull(execution, DealVariables.SUPPORT_MEETING),
                Variables.textOrNull(execution, DealVariables.SUPPORT_BY),
                Variables.textOrNull(execution, DealVariables.SUPPORT_PART),
                Variables.textOrNull(execution, DealVariables.SUPPORT_GOAL),
                Variables.textOrNull(execution, DealVariables.SUPPORT_LEAVE_OUT),
                Variables.textOrNull(execution, DealVariables.SUPPORT_MINUTES));
    }
}
