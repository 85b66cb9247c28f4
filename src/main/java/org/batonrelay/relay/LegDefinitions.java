package org.batonrelay.relay;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The processes of the legs; each bears the name of its leg. */
final class LegDefinitions {

    private static final Set<String> LEGS = Set.of("qualification", "deal", "onboarding");

    private LegDefinitions() {}

    static String legOf(DelegateExecution execution) {
        return keyOf(execution.getProcessDefinitionId());
    }

    /** Ids of definitions begin with the key. */
    static String keyOf(String definitionId) {
        return definitionId.substring(0, definitionId.indexOf(':'));
    }

    static boolean isLeg(String definitionId) {
        return LEGS.contains(keyOf(definitionId));
    }
}
