package org.batonrelay.baton;

import java.util.Arrays;

/** The processes of the legs; each bears the name of its leg. */
final class LegDefinitions {

    private LegDefinitions() {}

    /** Ids of definitions begin with the key, unless the key is so long that the engine leaves it out. */
    static boolean isLeg(String definitionId) {
        return Arrays.stream(Leg.values()).anyMatch(leg -> definitionId.startsWith(leg.id() + ":"));
    }
}
