package org.batonrelay.engine.guard;

import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;

/** What partners see of what the processes know: for the rooms to say that know the business. */
public interface PartnersSight {

    /** The variables that lists may show on each row; they say nothing that a task's form does not show. */
    Set<String> onEachRow();

    /**
     * @param reader the partner's user id
     * @param variables all that a task can read
     * @return those of them that this reader may see, some of them with less in them
     */
    VariableMap of(String reader, VariableMap variables);
}
