package org.batonrelay.support;

/** The variables that {@code sales-support} keeps to itself; those of the briefing are named as on the form "Work deal". */
final class SupportVariables {

    static final String SUPPORT_ID = "supportId";
    static final String MEETING_UID = "meetingUid";
    /** The beginning of the meeting. */
    static final String MEETING_AT = "meetingAt";
    /** Who is asked, and then who has accepted; as a holder is written. */
    static final String RECEIVER = "receiver";
    /** What the forms show of the request. */
    static final String BRIEFING = "briefing";

    static final String REMIND_AT = "remindAt";
    static final String SILENCE_AT = "silenceAt";
    static final String MEETING_NEAR_AT = "meetingNearAt";
    static final String ACCEPT_BY = "acceptBy";
    static final String MANAGER_GROUP = "managerGroup";

    static final String DECISION = "decision";
    static final String RETURN_REASON = "returnReason";
    static final String RETURN_NOTE = "returnNote";
    static final String MEND_DECISION = "mendDecision";
    static final String PART = "supportPart";
    static final String GOAL = "supportGoal";
    static final String LEAVE_OUT = "supportLeaveOut";
    static final String MINUTES = "supportMinutes";

    static final String HELPER_NOTE = "helperNote";
    static final String CHECK_UNTIL = "checkUntil";
    /** Whether the helper finds the summary right: right or wrong. */
    static final String SUMMARY_CHECK = "summaryCheck";

    static final String SUMMARY_ID = "summaryId";
    static final String CORRECTION = "correction";
    /** What the holder makes of a correction: new-version or leave. */
    static final String CORRECTION_DECISION = "correctionDecision";

    private SupportVariables() {}
}
