package org.batonrelay.relay;

import java.util.Set;

/** The processes of the legs; each bears the name of its leg. */
final class LegDefinitions {

    private static final Set<String> LEGS = Set.of("qualification", "deal", "onboarding");

    private LegDefinitions() {}

    /** Ids of definitions begin with the key. */
    static boolean isLeg(String definitionId) {
        return LEGS.contains(definitionId.substring(0, definitionId.indexOf(':')));
    }
}
