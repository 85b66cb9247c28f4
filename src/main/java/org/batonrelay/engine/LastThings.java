package org.batonrelay.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What comes last in a command of the engine, just before it writes what it has changed: what was put off until then,
 * and waiting for one's {@link OneAfterTheOther turn} with each lead that is written to.
 */
public class LastThings extends CommandInterceptor {

    private static final ThreadLocal<@Nullable Round> NOW = new ThreadLocal<>();
    private static final Set<Class<?>> SHARED = Set.of(
            ExecutionEntity.class, TaskEntity.class, VariableInstanceEntity.class, EventSubscriptionEntity.class);

    private final Supplier<OneAfterTheOther> turns;

    public LastThings(Supplier<OneAfterTheOther> turns) {
        this.turns = turns;
    }

    /** One outermost command; steps aside for a transaction within its own. */
    private static final class Round implements TransactionSynchronization {

        private final CommandContext context;
        private final Deque<Runnable> putOff = new ArrayDeque<>();
        private boolean aside;

        Round(CommandContext context) {
            this.context = context;
        }

        @Override
        public void suspend() {
            aside = true;
        }

        @Override
        public void resume() {
            aside = false;
        }
    }

    /** Does it when the command that is going on has done everything else; at once where none is. */
    static void putOff(Runnable thing) {
        Round round = NOW.get();
        if (round == null || round.aside || round.context != Context.getCommandContext()) {
            thing.run();
        } else {
            round.putOff.add(thing);
        }
    }

    @Override
    public <T> T execute(Command<T> command) {
        CommandContext context = Context.getCommandContext();
        Round outer = NOW.get();
        if (outer != null && outer.context == context) {
            return next.execute(command);
        }
        Round round = new Round(context);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(round);
        }
        NOW.set(round);
        try {
            T result = next.execute(command);
            while (!round.putOff.isEmpty()) {
                round.putOff.remove().run();
            }
            waitForTurns(context);
            return result;
        } finally {
            NOW.set(outer);
        }
    }

    private void waitForTurns(CommandContext context) {
        var entities = context.getDbEntityManager().getDbEntityCache().getCachedEntities();
        if (entities.stream().noneMatch(LastThings::isWritten)) {
            return;
        }
        entities.stream()
                .map(CachedDbEntity::getEntity)
                .map(LastThings::businessKey)
                .filter(key -> key != null)
                .collect(Collectors.toCollection(java.util.TreeSet::new))
                .forEach(turns.get()::take);
    }

    private static boolean isWritten(CachedDbEntity cached) {
        return SHARED.contains(cached.getEntityType())
                && (cached.getEntityState() != DbEntityState.PERSISTENT || cached.isDirty());
    }

    private static @Nullable String businessKey(DbEntity entity) {
        return entity instanceof ExecutionEntity execution ? execution.getBusinessKeyWithoutCascade() : null;
    }
}
