package org.batonrelay.backward;

/** The variables of {@code call-back} and {@code pass-on}; those of the forms are the fields' names. */
final class CallBackVariables {

    /** Whom to ask, as the form says: a user id, a group, or nothing for whoever held it last. */
    static final String WHOM = "whom";

    static final String QUESTION = "question";
    static final String ANSWER = "answer";

    static final String CALL_BACK_ID = "callBackId";
    /** Who has to answer: a user id, or {@code group:} and a group id. */
    static final String ASKED_OF = "askedOf";
    /** The name of who asks, for the form. */
    static final String ASKED_BY = "askedBy";

    static final String REMIND_AT = "remindAt";
    static final String CLOSE_AT = "closeAt";
    /** What the task shows as due; null for never. */
    static final String ANSWER_DUE = "answerDue";

    private CallBackVariables() {}
}
