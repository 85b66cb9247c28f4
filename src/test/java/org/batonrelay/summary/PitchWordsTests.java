package org.batonrelay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.batonrelay.baton.Leg;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PitchWordsTests extends RunningLeg {

    @Autowired
    private RepositoryService repository;

    private String deployment = "";

    @AfterEach
    void theUsualOnesCount() {
        if (!deployment.isEmpty()) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void e10_theFormIsToldTheWordsThatTheProcessOwnerHasDeployed() {
        assertThat(toldToTheForm().split(";")).contains("world class", "einmalige gelegenheit");

        deployment = repository
                .createDeployment()
                .addString("pitch-words.txt", "# of ours\n\nState-of-the-Art \nstate of the art\nbig; win\n")
                .deploy()
                .getId();

        assertThat(toldToTheForm()).isEqualTo("state of the art;big win");
    }

    @Test
    void e10_aListTooLongForTheEngineEndsWithAWholeWord() {
        deployment = repository
                .createDeployment()
                .addString("pitch-words.txt", "a b\n" + "x".repeat(3000) + "\n" + "y".repeat(3000))
                .deploy()
                .getId();

        assertThat(toldToTheForm()).isEqualTo("a b;" + "x".repeat(3000));
    }

    private String toldToTheForm() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        completes("ae-1", "workDeal", Map.of("dealDecision", "summary"));
        return String.valueOf(
                tasks.getVariable(task(lead.value(), "writeSummary").getId(), "pitchWords"));
    }
}
