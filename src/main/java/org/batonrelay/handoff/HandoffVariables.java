package org.batonrelay.handoff;

/** The variables of the process {@code handoff}, beside those that all processes of a lead share. */
public final class HandoffVariables {

    /** Whom it is meant for: a user id, or {@code group:} and a group id. */
    static final String RECEIVER = "receiver";

    /** What the giver is asked for: names of form fields with commas between; empty when nothing is missing. */
    static final String ASKED = "asked";

    /** Why the baton is passed on although the client has not answered the summary. */
    static final String PASS_REASON = "passReason";

    /** One text, see {@link Deadlines}. */
    static final String DEADLINES = "deadlines";

    /** Who can take the offer: {@code group:} and a group id, or user ids with commas between. */
    static final String RECEIVERS = "receivers";

    /** The managers who may unblock an offer: not the one who gives it. */
    static final String UNBLOCKERS = "unblockers";

    /** The managers who decide, as {@code group:} and a group id. */
    static final String MANAGERS = "managers";

    /** The due date that lists show. */
    static final String TAKE_BY = "takeBy";

    static final String REMIND_AT = "remindAt";
    static final String WIDEN_AT = "widenAt";
    static final String ESCALATE_AT = "escalateAt";
    static final String DROP_AT = "dropAt";

    /** Those who said that it is not theirs: user ids with commas between. */
    static final String REFUSERS = "refusers";

    /** Whether the client is told that it takes longer; false where no day was promised. */
    static final String TELL_CLIENT = "tellClient";

    static final String TELL_CLIENT_AT = "tellClientAt";

    /** The day that the client would be told; empty where none was promised. */
    static final String NEW_DATE = "newDate";

    /** Whether what has run out was offered to a partner: it is offered in-house then. */
    static final String WAS_PARTNERS = "wasPartners";

    /** How often this exchange was returned since it began, or since a manager reassigned it. */
    static final String RETURNS = "returns";

    public static final String DECISION = "decision";
    public static final String RETURN_REASON = "returnReason";
    public static final String RETURN_NOTE = "returnNote";
    public static final String READY_ON = "readyOn";
    static final String UNBLOCK_DECISION = "unblockDecision";
    static final String SETTLE_DECISION = "settleDecision";
    static final String DROPPED_DECISION = "droppedDecision";

    static final String NEW_RECEIVER = "newReceiver";
    static final String MOVED_BY = "movedBy";
    static final String MOVE_CAUSE = "moveCause";
    static final String DROP_CAUSE = "dropCause";
    static final String RECALLED_BY = "recalledBy";

    private HandoffVariables() {}
}
