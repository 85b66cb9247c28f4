package org.batonrelay.backward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.relay.Relays;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** B3: one question to an earlier runner; the baton stays where it is. */
class CallBackProcessTests extends RunningLeg {

    @Autowired
    CallBacks callBacks;

    @Autowired
    Relays relays;

    @Autowired
    BusinessCalendar hours;

    private ProcessInstance process;

    /** A lead that sdr-1 ran, and that ae-1 holds now. */
    @BeforeEach
    void wentFromTheSdrToTheAe() {
        isHeldBy("sdr-1", Leg.QUALIFICATION);
        batons.pass(lead, Holder.person("ae-1"), "accepted");
    }

    private void asks(String person, Map<String, Object> form) {
        Map<String, Object> said =
                new HashMap<>(Map.of("reference", lead.value(), "question", "Which plant did they mean?"));
        said.putAll(form);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("call-back")
                .latestVersion()
                .singleResult()
                .getId();
        process = as(person, () -> engine.getFormService().submitStartForm(definition, said));
    }

    @Test
    void b3_asksWhoeverHeldItLastAndTheBatonStays() {
        asks("ae-1", Map.of());
        errandsRun();

        Task answer = task(lead.value(), "answerCallBack");
        assertThat(answer.getAssignee()).isEqualTo("sdr-1");
        assertThat(answer.getDueDate()).isAfter(new Date());
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        assertThat(lastOnRecord("callback.asked").actor()).isEqualTo("ae-1");
        assertThat(lastOnRecord("callback.asked").detail()).containsEntry("of", "sdr-1");
        assertThat(mailbox.of("sdr-1@baton.example"))
                .anyMatch(mail -> mail.subject().contains("asks you one question")
                        && mail.text().contains(lead.value())
                        && mail.text().contains("Which plant did they mean?"));
    }

    @Test
    void b3_bringsTheAnswerToWhoeverHoldsTheLeadByThen() {
        asks("ae-1", Map.of("whom", "sdr-1"));
        batons.pass(lead, Holder.person("ae-2"), "reassigned");

        completes("sdr-1", "answerCallBack", Map.of("answer", "The one in Bremen."));
        errandsRun();

        assertThat(endedAt("callBackAnswered", process)).isTrue();
        assertThat(lastOnRecord("callback.answered").actor()).isEqualTo("sdr-1");
        assertThat(lastOnRecord("callback.answered").detail()).containsEntry("answer", "The one in Bremen.");
        assertThat(callBacks.of(lead).get(0).answer()).isEqualTo("The one in Bremen.");
        assertThat(mailbox.of("ae-2@baton.example"))
                .anyMatch(mail -> mail.subject().contains("has answered")
                        && mail.text().contains(lead.value())
                        && mail.text().contains("The one in Bremen."));
    }

    @Test
    void theAnswerStandsBesideTheNextForm() {
        asks("ae-1", Map.of("whom", "sdr-1"));
        completes("sdr-1", "answerCallBack", Map.of("answer", "The one in *Bremen*."));

        goesOnWith("deal", Map.of());

        String card = String.valueOf(
                tasks.getVariableLocal(task(lead.value(), "workDeal").getId(), "card"));
        assertThat(card).contains("Sam Rivers", "Which plant did they mean?", "The one in &#42;Bremen&#42;.");
    }

    @Test
    void asksATeamThatHeldItEarlier() {
        asks("ae-1", Map.of("whom", "group:marketing"));

        assertThat(task(lead.value(), "answerCallBack").getAssignee()).isNull();
        completes("marketing-1", "answerCallBack", Map.of("answer", "The spring campaign."));
        assertThat(callBacks.of(lead).get(0).answeredBy()).isEqualTo("marketing-1");
    }

    @Test
    void remindsTheOneAskedOnce() {
        asks("ae-1", Map.of());

        fires("answerReminderDue");
        errandsRun();

        assertThat(lastOnRecord("callback.reminded").detail()).containsEntry("of", "sdr-1");
        assertThat(open()).containsExactly("answerCallBack");
        assertThat(mailbox.of("sdr-1@baton.example"))
                .anyMatch(mail -> mail.subject().contains("still waits for your answer")
                        && mail.text().contains(lead.value()));
    }

    @Test
    void b3_closesByItselfAndTellsTheHolderThatNoAnswerCame() {
        asks("ae-1", Map.of());
        Instant asked = callBacks.of(lead).get(0).askedAt();
        Date closes = Date.from(hours.due(asked, "P2D", "business", "sdr"));
        assertThat(task(lead.value(), "answerCallBack").getDueDate()).isEqualTo(closes);
        assertThat(management
                        .createJobQuery()
                        .processInstanceId(process.getId())
                        .activityId("answerOverdue")
                        .singleResult()
                        .getDuedate())
                .as("after two business days of whoever is asked, as call-back-deadlines says")
                .isEqualTo(closes);

        fires("answerOverdue");
        errandsRun();

        assertThat(endedAt("noAnswerGiven", process)).isTrue();
        assertThat(open()).isEmpty();
        assertThat(lastOnRecord("callback.unanswered").detail()).containsEntry("of", "sdr-1");
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(mail ->
                        mail.subject().contains("no answer from") && mail.text().contains(lead.value()));
    }

    @Test
    void endsWithTheRelayAndTellsTheOneAskedOnce() {
        lead = aLeadInRelay();
        batons.pass(lead, Holder.person("sdr-1"), "as the test needs it");
        batons.pass(lead, Holder.person("ae-1"), "as the test needs it");
        asks("ae-1", Map.of());

        relays.close(lead, "They have merged");
        errandsRun();

        assertThat(endedAt("questionWithdrawn", process)).isTrue();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(lead.value())
                        .processDefinitionKey("call-back")
                        .count())
                .isZero();
        assertThat(callBacks.of(lead).get(0).state()).isEqualTo(CallBack.State.WITHDRAWN);
        assertThat(mailbox.of("sdr-1@baton.example"))
                .filteredOn(mail -> mail.subject().contains("no longer needed")
                        && mail.text().contains(lead.value()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sdr-1 |       | Only whoever holds the lead",
                "ae-2  |       | Only whoever holds the lead",
                "ae-1  | csm-1 | never ran this lead",
                "ae-1  | nobody-of-us | never ran this lead",
                "ae-1  | ae-1  | never ran this lead"
            })
    void refusesInASentenceAndStartsNothing(String person, String whom, String sentence) {
        Map<String, Object> form = whom == null ? Map.of() : Map.of("whom", whom);
        assertThatThrownBy(() -> asks(person, form)).hasMessageContaining(sentence);
        assertThat(open()).isEmpty();
        assertThat(onRecord()).doesNotContain("callback.asked");
    }

    @Test
    void refusesALeadThatIsNotThere() {
        assertThatThrownBy(() -> asks("ae-1", Map.of("reference", "nobody-9999")))
                .hasMessageContaining("there is no lead nobody-9999");
    }

    @Test
    void takesNoAnswerFromAnybodyElse() {
        asks("ae-1", Map.of());
        Task answer = task(lead.value(), "answerCallBack");

        assertThatThrownBy(() -> complete("ae-1", answer, Map.of("answer", "I know it myself")))
                .hasMessageContaining("Somebody else");
        assertThat(onRecord()).doesNotContain("callback.answered");
    }

    private boolean endedAt(String element, ProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityId(element)
                        .finished()
                        .count()
                > 0;
    }
}
