package org.batonrelay.engine;

import java.util.Collection;
import java.util.Set;

/**
 * Who is of an outside team: a group is a partner's when it is called {@code partner}, or its name begins with
 * {@code partner-}. An administrator who makes such a group has said all there is to say.
 */
public final class Partners {

    /** Groups that one can belong to without being of the house. */
    private static final Set<String> OF_NO_HOUSE = Set.of("lead-source");

    private Partners() {}

    public static boolean isGroup(String group) {
        return group.equals("partner") || group.startsWith("partner-");
    }

    /** Whoever is in a group of the house as well is of the house. */
    public static boolean isPartner(Collection<String> groups) {
        return groups.stream().anyMatch(Partners::isGroup) && !isOfTheHouse(groups);
    }

    public static boolean isOfTheHouse(Collection<String> groups) {
        return groups.stream().anyMatch(group -> !isGroup(group) && !OF_NO_HOUSE.contains(group));
    }
}
