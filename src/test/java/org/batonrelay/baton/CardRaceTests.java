package org.batonrelay.baton;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.relay.ALead;
import org.batonrelay.relay.VanishingTask;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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

    /** The engine reads the task, and its execution is gone when it asks for that. */
    @Test
    void engineT11_anExecutionThatIsGoneIsALostRaceToo() {
        TaskService engine = mock(TaskService.class, RETURNS_DEEP_STUBS);
        Task gone = mock(Task.class);
        when(engine.createTaskQuery().processInstanceBusinessKey(anyString()).list())
                .thenReturn(List.of(gone));
        doThrow(new NullPointerException()).when(engine).setVariableLocal(any(), any(), any());
        Cards cards = new Cards(List.of(), engine, identity, new ObjectMapper(), mock(OneAfterTheOther.class));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> cards.on(new LedgerEntry(
                        1L,
                        Instant.EPOCH,
                        new LeadReference("acme-0001"),
                        EntryType.NOTE_WRITTEN,
                        "ae-1",
                        null,
                        null,
                        Map.of()))))
                .isInstanceOf(OptimisticLockingException.class);
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
