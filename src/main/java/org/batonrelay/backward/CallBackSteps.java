package org.batonrelay.backward;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HolderTeams;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.Variables;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.watch.LegDeadlines;
import org.batonrelay.watch.WrittenDeadlines;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code call-back.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class CallBackSteps {

    /** Somebody asks, in the start form or on the lead's tab; a question that cannot be asked starts nothing. */
    @Bean
    JavaDelegate askEarlierRunner(Asking asking, LeadOfProcess lead, HouseLetters letters, CallBackNotices notices) {
        return execution -> {
            CallBack asked = asking.ask(
                    Variables.text(execution, Variables.REFERENCE),
                    Variables.textOrNull(execution, CallBackVariables.WHOM),
                    Variables.text(execution, CallBackVariables.QUESTION),
                    CurrentActor.name());
            lead.introduce(asked.reference(), execution);
            Variables.set(
                    execution,
                    Map.of(
                            CallBackVariables.CALL_BACK_ID,
                            asked.id(),
                            CallBackVariables.ASKED_OF,
                            asked.askedOf().value(),
                            CallBackVariables.ASKED_BY,
                            letters.nameOf(new Holder(asked.askedBy()))));
            notices.later(execution.getId(), CallBackNotices.Kind.ASKED, asked);
        };
    }

    /** Works out when the one asked is reminded, and when the question closes by itself, in their own hours. */
    @Bean
    JavaDelegate readCallBackDeadlines(
            CallBacks callBacks, WrittenDeadlines written, BusinessCalendar hours, HolderTeams teams, Batons batons) {
        return execution -> {
            CallBack asked = callBacks.get(Variables.text(execution, CallBackVariables.CALL_BACK_ID));
            LegDeadlines deadlines = written.ofQuestion(Variables.priority(execution), execution.getId());
            String team =
                    teams.of(asked.askedOf(), batons.get(asked.reference()).leg());
            Instant remindAt = deadlines.remindAt(asked.askedAt(), hours, team);
            Instant closeAt = deadlines.escalateAt(asked.askedAt(), hours, team);
            if (closeAt != null) {
                callBacks.expect(asked.id(), closeAt);
            }
            execution.setVariable(CallBackVariables.REMIND_AT, LegDeadlines.timer(remindAt));
            execution.setVariable(CallBackVariables.CLOSE_AT, LegDeadlines.timer(closeAt));
            execution.setVariable(CallBackVariables.ANSWER_DUE, closeAt == null ? null : Date.from(closeAt));
        };
    }

    /** The one asked has answered: whoever holds the lead now hears it. */
    @Bean
    JavaDelegate recordCallBackAnswer(Asking asking, CallBackNotices notices) {
        return execution -> {
            CallBack answered = asking.answer(
                    Variables.text(execution, CallBackVariables.CALL_BACK_ID),
                    Variables.text(execution, CallBackVariables.ANSWER),
                    CurrentActor.name());
            // the process ends in this very step, and the notice has to outlive it
            notices.later(null, CallBackNotices.Kind.ANSWERED, answered);
        };
    }

    /** The one asked hears once more that somebody waits for their answer. */
    @Bean
    JavaDelegate remindAskedRunner(Asking asking, CallBackNotices notices) {
        return execution -> {
            CallBack open = asking.remind(Variables.text(execution, CallBackVariables.CALL_BACK_ID));
            notices.later(execution.getId(), CallBackNotices.Kind.REMINDED, open);
        };
    }

    /** Nobody has answered in time: whoever holds the lead hears that they go on without an answer. */
    @Bean
    JavaDelegate closeCallBack(Asking asking, CallBackNotices notices) {
        return execution -> {
            CallBack closed = asking.closeUnanswered(Variables.text(execution, CallBackVariables.CALL_BACK_ID));
            // the process ends in this very step, and the notice has to outlive it
            notices.later(null, CallBackNotices.Kind.UNANSWERED, closed);
        };
    }
}
