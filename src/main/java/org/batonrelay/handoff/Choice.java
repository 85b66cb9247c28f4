package org.batonrelay.handoff;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who of a receiver is offered a baton.
 *
 * @param candidates {@code group:} and a group id, or user ids with commas between; empty when nobody can take it,
 *     {@link #LATER} when nobody has room for it now
 * @param people all who could have been offered it
 * @param everybodyAway whether none of them is here today, so that somebody else should be asked at once
 * @param skipped who of the receiver is not offered it, and why
 * @param why why this one of them; null where all of them are offered it
 */
record Choice(
        String candidates,
        Set<String> people,
        boolean everybodyAway,
        Map<String, String> skipped,
        @Nullable String why) {

    /** No user id has a colon, and no group an empty name. */
    static final String LATER = "parked:";

    static final Choice NOBODY = new Choice("", Set.of(), false, Map.of(), null);

    static Choice parked(Map<String, String> skipped) {
        return new Choice(LATER, Set.of(), false, skipped, null);
    }

    Choice narrowedTo(String person, Set<String> among, Map<String, String> skipped, String why) {
        return new Choice(person, Set.copyOf(among), false, skipped, why);
    }

    boolean isParked() {
        return candidates.equals(LATER);
    }
}
