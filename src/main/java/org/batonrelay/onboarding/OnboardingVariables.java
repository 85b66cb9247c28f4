package org.batonrelay.onboarding;

/** The variables that {@code onboarding} keeps to itself; those of an item belong to its own event sub-process. */
final class OnboardingVariables {

    static final String PROMISE_ID = "promiseId";
    static final String PROMISE_OWNER = "promiseOwner";
    static final String PROMISE_DUE = "promiseDue";
    /** The item in words, for its form. */
    static final String PROMISE = "promise";

    static final String PROMISE_DECISION = "promiseDecision";
    /** What else of the same person's is kept, as ticked in the form: ids of promises. */
    static final String ALSO_KEPT = "alsoKept";

    static final String MOVED_TO = "movedTo";
    static final String REASON = "reason";

    static final String SUMMARY_ID = "summaryId";
    /** Whether the client has confirmed or corrected the last summary. */
    static final String CONFIRMED = "confirmed";
    /** Whether something promised is undecided. */
    static final String SOMETHING_OPEN = "somethingOpen";

    /** Why a phase begins although what it waits for is not decided. */
    static final String UNLOCKED_BECAUSE = "unlockedBecause";

    static final String REMIND_CLIENT_AT = "remindClientAt";
    static final String REMIND_CLIENT_AGAIN_AT = "remindClientAgainAt";
    /** When the meeting for an item is. */
    static final String MEETING_ON = "meetingOn";

    /** For which moment the kickoff is agreed, in words; missing where it is not, and on every other item. */
    static final String MEETING_AGREED = "meetingAgreed";
    /** When an agreed kickoff closes by itself. */
    static final String KICKOFF_OVER_AT = "kickoffOverAt";

    static final String KICKOFF_DATE_DUE_AT = "kickoffDateDueAt";
    static final String KICKOFF_AGREED = "kickoffAgreed";

    private OnboardingVariables() {}
}
