package org.batonrelay.engine.guard;

import java.util.Map;
import java.util.Set;
import org.batonrelay.engine.Sentences;
import org.batonrelay.engine.Visitor;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.camunda.bpm.engine.impl.migration.batch.MigrateProcessInstanceBatchCmd;

/**
 * What visitors may not do past their tasks and forms, in whatever call, overload or builder of the engine it is
 * wrapped: here all of them arrive as the same command.
 */
public class ShutWays extends CommandInterceptor {

    public static final String BY_ITSELF =
            "This process is not started by hand, or only by its start form in Tasklist.";

    private static final String BY_COMPLETING =
            "A task is moved on by completing its form, in no other way. Open it and choose there.";
    private static final String BY_THE_PROCESS =
            "Who gets a task is for the process to say. Complete it, or let its manager's task decide.";
    private static final String NO_MESSAGES =
            "Messages and signals are for the house's own programs. Complete the task that waits instead.";
    private static final String ONE_BY_ONE =
            "Change processes one by one, so that each change is on the timeline of its lead.";
    private static final String IT_IS_OVER =
            "What has ended is not started again by hand: its record says that it is over. A new contact of the client"
                    + " begins a new relay, and so does \"New lead\" in Tasklist.";
    private static final String ADMINISTRATORS_ONLY = "Only an administrator may move a process by hand.";

    private static final Map<String, Set<Class<?>>> FOR_THE_HOUSE = Map.of(
            BY_COMPLETING,
            Set.of(
                    ResolveTaskCmd.class,
                    HandleTaskBpmnErrorCmd.class,
                    HandleTaskEscalationCmd.class,
                    DeleteTaskCmd.class),
            BY_THE_PROCESS,
            Set.of(
                    SaveTaskCmd.class,
                    DelegateTaskCmd.class,
                    // assignee and owner, too
                    AbstractAddIdentityLinkCmd.class,
                    DeleteIdentityLinkCmd.class),
            BY_ITSELF,
            Set.of(StartProcessInstanceCmd.class, StartProcessInstanceAtActivitiesCmd.class),
            NO_MESSAGES,
            Set.of(
                    AbstractCorrelateMessageCmd.class,
                    CorrelateAllMessageBatchCmd.class,
                    MessageEventReceivedCmd.class,
                    SignalEventReceivedCmd.class,
                    SignalCmd.class,
                    EvaluateStartConditionCmd.class),
            IT_IS_OVER,
            Set.of(AbstractRestartProcessInstanceCmd.class, RestartProcessInstancesBatchCmd.class),
            ONE_BY_ONE,
            Set.of(SetVariablesToProcessInstancesBatchCmd.class));

    private static final Set<Class<?>> FOR_ADMINISTRATORS = Set.of(
            ModifyProcessInstanceCmd.class,
            ModifyProcessInstanceAsyncCmd.class,
            AbstractModificationCmd.class,
            DeleteProcessInstanceBatchCmd.class,
            AbstractMigrationCmd.class,
            MigrateProcessInstanceBatchCmd.class);

    private final ProcessEngineConfigurationImpl engine;

    public ShutWays(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** @throws org.camunda.bpm.engine.AuthorizationException with the sentence why, when the way is shut */
    @Override
    public <T> T execute(Command<T> command) {
        Visitor.of(engine).ifPresent(visitor -> check(visitor, command));
        return next.execute(command);
    }

    private static void check(Visitor visitor, Command<?> command) {
        FOR_THE_HOUSE.forEach((sentence, shut) -> {
            if (isAny(shut, command)) {
                throw Sentences.forbidden(sentence);
            }
        });
        if (!visitor.isAdministrator() && isAny(FOR_ADMINISTRATORS, command)) {
            throw Sentences.forbidden(ADMINISTRATORS_ONLY);
        }
    }

    private static boolean isAny(Set<Class<?>> kinds, Command<?> command) {
        return kinds.stream().anyMatch(kind -> kind.isInstance(command));
    }
}
