package org.batonrelay.deal;

/** The variables that {@code deal} keeps to itself. */
final class DealVariables {

    static final String DEAL_DECISION = "dealDecision";
    /** The decision that is acted on, when the next one is being prepared already. */
    static final String BEGUN_BESIDE = "begunBeside";

    static final String MEETING_ON = "meetingOn";
    static final String TRY_AGAIN_ON = "tryAgainOn";
    static final String SEND_BACK_REASON = "sendBackReason";
    static final String SEND_BACK_NOTE = "sendBackNote";
    /** True where the running models are older than the way back; the form does not offer it then. */
    static final String NO_WAY_BACK = "noWayBack";

    static final String LOST_REASON = "lostReason";
    static final String CONTACT_NAME = "contactName";
    static final String CONTACT_EMAIL = "contactEmail";
    static final String CONTACT_ROLE = "contactRole";

    /** Why there is no second contact. */
    static final String ONE_CONTACT_REASON = "oneContactReason";
    /** Who else there is at the client: named or nobody. */
    static final String SECOND_CONTACT = "secondContact";

    static final String SECOND_CONTACT_MISSING = "secondContactMissing";
    /** Whether a day is agreed to talk about information that was sent: agreed or none. */
    static final String FOLLOW_UP = "followUp";

    static final String NO_FOLLOW_UP_REASON = "noFollowUpReason";
    /** Whether the AE is asked how good a meeting was. */
    static final String ASK_SCORE = "askScore";

    static final String MEETING_SCORE = "meetingScore";
    /** Whether a meeting was agreed before the deal began. */
    static final String MEETING_FIXED = "meetingFixed";

    /** The end of the meeting, when its summary is asked for. */
    static final String MEETING_AT = "meetingAt";

    /** The meeting that a talk is about; null for a talk without one. */
    static final String MEETING_UID = "meetingUid";
    /** What is done about meetings: further, move or call-off. */
    static final String MEETING_CHANGE = "meetingChange";
    /** Whether the meeting that has changed does not take place. */
    static final String CALLED_OFF = "calledOff";
    /** What came of a meeting: held or no-show. */
    static final String MEETING_OUTCOME = "meetingOutcome";

    static final String NEW_MEETING_ON = "newMeetingOn";
    /** How many times another time can still be proposed. */
    static final String TIMES_LEFT = "timesLeft";
    /** Whether another time was proposed. */
    static final String ANOTHER_TIME = "anotherTime";

    static final String TRY_AGAIN_AT = "tryAgainAt";
    /** Whether a meeting still waits for its summary. */
    static final String MEETING_WAITS = "meetingWaits";

    static final String SUPPORT_ID = "supportId";
    /** The briefing for whoever is asked to join a meeting. */
    static final String SUPPORT_MEETING = "supportMeeting";

    static final String SUPPORT_BY = "supportBy";
    static final String SUPPORT_PART = "supportPart";
    static final String SUPPORT_GOAL = "supportGoal";
    static final String SUPPORT_LEAVE_OUT = "supportLeaveOut";
    static final String SUPPORT_MINUTES = "supportMinutes";

    private DealVariables() {}
}
