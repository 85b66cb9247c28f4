package org.batonrelay.mending;

/** The variables of the process {@code mend-relay}, beside those that all processes of a lead share. */
final class MendingVariables {

    /** What is missing, in sentences. */
    static final String MISSING = "missing";

    static final String MEND_DECISION = "mendDecision";

    private MendingVariables() {}
}
