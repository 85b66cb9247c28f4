package org.batonrelay.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.Test;

class PassingCardsProcessTests extends RunningLeg {

    @Test
    void keepsTheLastValueOfEachVariableAndNothingOfACard() {
        runs("qualification", Leg.QUALIFICATION, "sdr-1", Map.of());
        assertThat(tasks.getVariableLocal(task(lead.value(), "qualifyLead").getId(), Variables.CARD))
                .isNotNull();
        completes("sdr-1", "qualifyLead", Map.of("outcome", "not-reached", "tryAgainOn", day(3)));

        assertThat(variables()).contains("outcome", Variables.HOLDER).doesNotContain(Variables.CARD);
        assertThat(versions()).as("the ledger says what changed").isEmpty();
        assertThat(history.createUserOperationLogQuery()
                        .taskId(history.createHistoricTaskInstanceQuery()
                                .processInstanceBusinessKey(lead.value())
                                .singleResult()
                                .getId())
                        .count())
                .as("what else only a full history has")
                .isPositive();
    }

    private List<String> variables() {
        return history.createHistoricVariableInstanceQuery().processInstanceIdIn(instance()).list().stream()
                .map(HistoricVariableInstance::getName)
                .toList();
    }

    private List<String> versions() {
        return history.createHistoricDetailQuery().variableUpdates().processInstanceId(instance()).list().stream()
                .map(version -> ((HistoricVariableUpdate) version).getVariableName())
                .toList();
    }

    private String instance() {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value())
                .processDefinitionKey("qualification")
                .singleResult()
                .getId();
    }
}
