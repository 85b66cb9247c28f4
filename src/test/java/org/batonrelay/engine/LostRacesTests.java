package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What another transaction has come in between of, however the engine, the database or Spring tells it. */
class LostRacesTests {

    private static final SQLException FOREIGN_KEY = new SQLException(
            "ERROR: update or delete on table \"act_ru_execution\" violates foreign key constraint"
                    + " \"act_fk_exe_super\" on table \"act_ru_execution\"",
            "23503");

    @Test
    void engineT7b_aForeignKeyBetweenExecutionsThatLosesTheRaceIsTriedAgain() {
        BatchUpdateException batch = new BatchUpdateException(new int[0]);
        batch.setNextException(FOREIGN_KEY);

        isLost(new ProcessEngineException("ENGINE-03004", new IllegalStateException(FOREIGN_KEY)));
        isLost(new ProcessEngineException("ENGINE-03004", batch));
        isLost(new ProcessEngineException(
                "ENGINE-03004",
                new SQLException("insert or update on \"ACT_RU_TASK\" violates \"ACT_FK_TASK_EXE\"", "23503")));
    }

    @Test
    void tellsWhatOurOwnRoomsHaveLostAsWell() {
        isLost(new OptimisticLockingFailureException("the meeting was changed meanwhile"));
        isLost(new ProcessEngineException("in a listener", new OptimisticLockingException("ENGINE-03005")));
    }

    @Test
    void engineT11_anExecutionThatIsGoneIsALostRace() {
        NullPointerException inTheEngine = new NullPointerException("getParent() is null");
        inTheEngine.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(
                    "org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity", "ensureParentInitialized", "", 1)
        });

        isLost(inTheEngine);
    }

    @Test
    void engineT11_isToldApartWhereTheVirtualMachineNoLongerSaysWhere() {
        NullPointerException often = new NullPointerException();
        often.setStackTrace(new StackTraceElement[0]);

        isLost(often);
    }

    @Test
    void engineT11_aJobWhoseExecutionIsGoneIsALostRace() {
        isLost(new NullValueException("Cannot find execution with id 'a' referenced from job 'MessageEntity[id=b]'"));
        assertThat(LostRaces.isLost(new NullValueException("Cannot find task with id c")))
                .isFalse();
    }

    @Test
    void leavesFaultsOfOursAsTheyAre() {
        for (RuntimeException fault : new RuntimeException[] {
            new NullPointerException("ours"),
            new DataIntegrityViolationException(
                    "", new SQLException("violates foreign key constraint \"client_link_contact_id_fkey\"", "23503")),
            new Refusal("no")
        }) {
            assertThatThrownBy(() -> afterThrowing(fault)).isSameAs(fault);
        }
    }

    private static void isLost(RuntimeException fault) {
        assertThat(LostRaces.isLost(fault)).isTrue();
        assertThatThrownBy(() -> afterThrowing(fault)).isInstanceOf(OptimisticLockingException.class);
    }

    private static void afterThrowing(RuntimeException fault) {
        LostRaces races = new LostRaces();
        races.setNext(new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                throw fault;
            }
        });
        races.execute(context -> null);
    }
}
