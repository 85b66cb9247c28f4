package org.batonrelay.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history, without the versions of variables, which the ledger tells better and Cockpit does not show,
 * and without anything of what is only shown. It goes by the name of the full one, so that
 * a database knows it, and is equal to it, because the engine asks that way what else it writes down.
 */
public class HouseHistory extends HistoryLevelFull {

    private final List<UnkeptVariables> unkept;

    public HouseHistory(List<UnkeptVariables> unkept) {
        this.unkept = unkept;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return type != HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL
                && !(entity instanceof VariableInstance variable
                        && unkept.stream().anyMatch(it -> it.contains(variable.getName())))
                && super.isHistoryEventProduced(type, entity);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoryLevelFull;
    }

    @Override
    public int hashCode() {
        return HISTORY_LEVEL_FULL.hashCode();
    }
}
