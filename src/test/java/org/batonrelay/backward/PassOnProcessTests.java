package org.batonrelay.backward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Message;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** B4: a client's question to somebody whose lead it is no longer goes to today's holder in one step. */
class PassOnProcessTests extends RunningLeg {

    @Autowired
    Correspondence correspondence;

    /** A lead that sdr-1 ran, and that ae-1 holds now. */
    @BeforeEach
    void wentFromTheSdrToTheAe() {
        isHeldBy("sdr-1", Leg.QUALIFICATION);
        batons.pass(lead, Holder.person("ae-1"), "accepted");
    }

    private ProcessInstance passesOn(String person, Map<String, Object> form) {
        Map<String, Object> said =
                new HashMap<>(Map.of("reference", lead.value(), "question", "Can we start a week later?"));
        said.putAll(form);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("pass-on")
                .latestVersion()
                .singleResult()
                .getId();
        return as(person, () -> engine.getFormService().submitStartForm(definition, said));
    }

    @Test
    void b4_bringsTheQuestionToTodaysHolderAndTellsTheClientWhoAnswers() {
        ProcessInstance process = passesOn("sdr-1", Map.of());
        messageErrandsRun();

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process.getId())
                        .count())
                .isZero();
        assertThat(lastOnRecord("message.passed-on").actor()).isEqualTo("sdr-1");
        assertThat(lastOnRecord("message.passed-on").detail()).containsEntry("to", "ae-1");
        assertThat(correspondence.of(lead)).extracting(Message::text).containsExactly("Can we start a week later?");
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(mail -> mail.text().contains("Can we start a week later?"));
        assertThat(onRecord()).as("counted once").containsOnlyOnce("message.passed-on");
        assertThat(lastOnRecord("message.passed-on").detail()).containsEntry("from", "sdr-1");
        assertThat(mailbox.of(client())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Alex Winter will answer you");
            assertThat(mail.text())
                    .contains("thank you for your message to Sam Rivers")
                    .contains("Alex Winter looks after you now, has your message, and will answer it.");
        });
    }

    @Test
    void carriesTheReferenceAsItsBusinessKey() {
        ProcessInstance process = passesOn("sdr-1", Map.of("contactEmail", client()));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(process.getId())
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo(lead.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ae-1  |                   | the question is yours to answer",
                "csm-1 |                   | there is no lead",
                "sdr-1 | bob@nobody.example | nobody of this client has the address"
            })
    void b4_refusesInASentenceAndPassesNothingOn(String person, String email, String sentence) {
        Map<String, Object> form = email == null ? Map.of() : Map.of("contactEmail", email);
        assertThatThrownBy(() -> passesOn(person, form)).hasMessageContaining(sentence);
        assertThat(onRecord()).doesNotContain("message.received", "message.passed-on");
    }

    /** Errands about this lead's messages carry their ids. */
    private void messageErrandsRun() {
        List<String> ids = correspondence.of(lead).stream().map(Message::id).toList();
        ids.stream()
                .flatMap(id -> errandsContaining(id).stream())
                .map(Job::getId)
                .distinct()
                .forEach(management::executeJob);
    }
}
