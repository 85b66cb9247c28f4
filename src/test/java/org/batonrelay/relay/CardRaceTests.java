package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.batonrelay.RunningBaton;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A card that is written while somebody completes the task that it lies on. */
class CardRaceTests extends RunningBaton {

    @Autowired
    private ALead aLead;

    @Autowired
    private Ledger ledger;

    @Autowired
    private VanishingTask vanishing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RepositoryService repository;

    private String deployment = "";

    @BeforeEach
    void aModelWithOneTask() {
        deployment = repository
                .createDeployment()
                .addString("card-race.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
                  <process id="card-race" isExecutable="true">
                    <startEvent id="started"/><sequenceFlow id="f" sourceRef="started" targetRef="wait"/>
                    <userTask id="wait"/>
                  </process>
                </definitions>
                """)
                .deploy()
                .getId();
    }

    @AfterEach
    void nothingOfThisStays() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void isALostRaceAndNoFault() {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        vanishing.next(lead, runtime.startProcessInstanceByKey("card-race", lead.value()));

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> ledger.append(NewEntry.of(lead, EntryType.NOTE_WRITTEN))))
                .isInstanceOf(OptimisticLockingException.class);
    }
}
