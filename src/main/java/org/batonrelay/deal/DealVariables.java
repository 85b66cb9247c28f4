package org.batonrelay.deal;

/** The variables that {@code deal} and {@code contract-review} keep to themselves. */
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

    static final String REVIEW_ID = "reviewId";
    static final String REVIEW_DUE = "reviewDue";
    static final String CONTRACT_DECISION = "contractDecision";
    static final String CONTRACT_NOTE = "contractNote";
    /** What legal accepts beside the standard terms, as promises are written. */
    static final String DEVIATIONS = "deviations";
    /** The higher it is, the further up in legal's list. */
    static final String REVIEW_PRIORITY = "reviewPriority";

    static final String DEAL_VALUE = "dealValue";
    /** When the contract is to be signed; in a review "unknown" where nobody has said it. */
    static final String CLOSE_ON = "closeOn";

    static final String REVISION_DECISION = "revisionDecision";
    static final String REVISION_NOTE = "revisionNote";
    /** When the AE is reminded that the contract lies with them. */
    static final String REVISION_DUE = "revisionDue";

    static final String READINESS_DUE = "readinessDue";
    /** When onboarding is reminded of it, and when its silence is told. */
    static final String REMIND_AT = "remindAt";

    static final String SILENCE_AT = "silenceAt";
    /** From when onboarding is ready. */
    static final String READY_ON = "readyOn";
    /** Whether that is later than the client knows. */
    static final String START_LATER = "startLater";
    /** The earlier day that the client was told. */
    static final String TOLD_START = "toldStart";

    static final String WATCH_SAYS = "watchSays";
    static final String NOTHING_HEARD_AT = "nothingHeardAt";
    /** The moment from which legal's time counts. */
    static final String SILENT_SINCE = "silentSince";
    /** The {@link #SILENT_SINCE} that legal was reminded of. */
    static final String REMINDED_OF = "remindedOf";

    static final String MANAGER_GROUP = "managerGroup";

    private DealVariables() {}
}
