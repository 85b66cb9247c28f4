package org.batonrelay.relay;

import org.batonrelay.watch.Watch;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The variables of the watch, which every leg carries, and of {@code qualification}. */
public final class LegVariables {

    /** What the last look showed, as {@link Watch.Says#id}. */
    public static final String WATCH_SAYS = "watchSays";
    /** The moment from which it has been quiet. */
    public static final String QUIET_SINCE = "quietSince";
    /** The {@link #QUIET_SINCE} that a reminder was given for. */
    public static final String REMINDED_OF = "remindedOf";
    /** When to look again. */
    public static final String NOTHING_DONE_AT = "nothingDoneAt";

    /** By when the managers decide about a quiet leg. */
    public static final String DECIDE_BY = "decideBy";

    public static final String MANAGER_GROUP = "managerGroup";
    public static final String UNBLOCK_DECISION = "unblockDecision";
    public static final String NEW_RECEIVER = "newReceiver";

    static final String OUTCOME = "outcome";
    static final String REASON = "reason";
    static final String MEETING_ON = "meetingOn";
    static final String RECYCLE_ON = "recycleOn";
    static final String TRY_AGAIN_ON = "tryAgainOn";
    static final String TRY_AGAIN_AT = "tryAgainAt";
    static final String NOT_AS_ADVERTISED = "notAsAdvertised";
    /** How often the client was not reached. */
    static final String TRIES = "tries";

    private LegVariables() {}

    static int tries(VariableScope scope) {
        return scope.getVariable(TRIES) instanceof Number tries ? tries.intValue() : 0;
    }
}
