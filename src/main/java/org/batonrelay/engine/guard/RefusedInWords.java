package org.batonrelay.engine.guard;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Map;
import java.util.Set;
import org.batonrelay.engine.Sentences;
import org.batonrelay.engine.Visitor;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Says to a visitor in words what the engine says by a fault or a permission's name: what is gone, what takes too long,
 * what the web apps offer and this house does not want.
 */
public class RefusedInWords extends CommandInterceptor {

    private static final String NO_TASKS_BY_HAND =
            "Tasks come from the relay. To ask somebody something, use the tab Lead beside a task, or \"Start process\".";
    private static final String NO_LISTS_OF_ONES_OWN =
            "The lists are the same for everybody. Ask an administrator when one is missing.";
    private static final String GONE =
            "That is not there any more: somebody else was faster, or it has ended. Reload your list.";
    private static final String TOO_LONG =
            "That question takes too long to answer. Ask for less at once: fewer conditions, or one page.";

    private static final Map<Class<?>, String> NOT_WANTED = Map.of(
            CreateTaskCmd.class, NO_TASKS_BY_HAND,
            CreateFilterCmd.class, NO_LISTS_OF_ONES_OWN,
            SaveFilterCmd.class, NO_LISTS_OF_ONES_OWN,
            DeleteFilterCmd.class, NO_LISTS_OF_ONES_OWN);

    /** What H2 and PostgreSQL say of a statement that has run out of time. */
    private static final Set<String> CANCELLED = Set.of("57014", "HYT00");

    private final ProcessEngineConfigurationImpl engine;

    public RefusedInWords(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /**
     * @throws org.camunda.bpm.engine.AuthorizationException for what is not wanted
     * @throws NotFoundException for what is gone
     * @throws BadUserRequestException for what takes too long
     */
    @Override
    public <T> T execute(Command<T> command) {
        Visitor visitor = Visitor.of(engine).orElse(null);
        if (visitor == null) {
            return next.execute(command);
        }
        String notWanted = NOT_WANTED.get(command.getClass());
        if (notWanted != null && !visitor.isAdministrator()) {
            throw Sentences.forbidden(notWanted);
        }
        try {
            return next.execute(command);
        } catch (NullValueException e) {
            throw saysGone(e) ? new NotFoundException(GONE, e) : e;
        } catch (OptimisticLockingException e) {
            // whoever only reads has nothing to try again: what they ask for has just gone
            throw command.getClass().getSimpleName().startsWith("Get") ? new NotFoundException(GONE, e) : e;
        } catch (ProcessEngineException e) {
            throw isCancelled(e) ? new BadUserRequestException(TOO_LONG, e) : e;
        }
    }

    private static boolean saysGone(NullValueException e) {
        String said = String.valueOf(e.getMessage());
        return said.contains("doesn't exist") || said.startsWith("Cannot find") || said.startsWith("No ");
    }

    private static boolean isCancelled(@Nullable Throwable fault) {
        return fault != null
                && (fault instanceof SQLTimeoutException
                        || fault instanceof SQLException sql && CANCELLED.contains(sql.getSQLState())
                        || fault.getCause() != fault && isCancelled(fault.getCause()));
    }
}
