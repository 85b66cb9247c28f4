package org.batonrelay.relay;

/** The variables that only the process {@code relay} and its delegates share. */
public final class RelayVariables {

    /** Whether the lead's organisation was in a running relay already. */
    public static final String JOINED = "joined";

    /** Whether nobody may call before {@link #CONTACT_AT}. */
    static final String CONTACT_LATER = "contactLater";

    public static final String CONTACT_AT = "contactAt";

    /** Whether whoever found the lead holds it from the start, without an exchange. */
    public static final String FINDER_KEEPS = "finderKeeps";

    /** Whom the finder hands the lead to, past the routing. */
    static final String HAND_TO = "handTo";

    /** Whether it is a customer's further interest, which begins at the deal. */
    public static final String CUSTOMER = "customer";

    static final String NEEDS = "needs";
    static final String NEXT_STEPS = "nextSteps";
    public static final String RECEIVER = "receiver";
    public static final String OUTCOME = "outcome";
    static final String REASON = "reason";
    static final String MEETING_ON = "meetingOn";
    static final String RECYCLE_ON = "recycleOn";
    static final String WAKE_AT = "wakeAt";
    static final String HOLDER_RUNS_DEAL = "holderRunsDeal";
    static final String READY_ON = "readyOn";
    static final String START_LATER = "startLater";
    /** The earlier day that the client was told. */
    static final String TOLD_START = "toldStart";

    /** What the client is written at once, where that is not thanks for what they wrote. */
    static final String GREETING = "greeting";

    /** The lead as a program posted it; transient, never stored in the engine. */
    static final String NEW_LEAD = "newLead";

    /** The reference of a lead that is in already, and whose relay begins only now. */
    static final String KEPT = "keptLead";

    private RelayVariables() {}
}
