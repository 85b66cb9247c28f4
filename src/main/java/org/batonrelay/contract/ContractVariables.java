package org.batonrelay.contract;

/** The variables of {@code contract-review} and {@code readiness}, and what the deal tells them. */
public final class ContractVariables {

    static final String REVIEW_ID = "reviewId";
    static final String REVIEW_DUE = "reviewDue";
    static final String CONTRACT_DECISION = "contractDecision";
    static final String CONTRACT_NOTE = "contractNote";
    /** What legal accepts beside the standard terms, as promises are written. */
    static final String DEVIATIONS = "deviations";
    /** The higher it is, the further up in legal's list. */
    static final String REVIEW_PRIORITY = "reviewPriority";

    public static final String DEAL_VALUE = "dealValue";
    /** When the contract is to be signed; in a review "unknown" where nobody has said it. */
    public static final String CLOSE_ON = "closeOn";

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

    private ContractVariables() {}
}
