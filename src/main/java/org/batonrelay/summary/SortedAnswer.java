package org.batonrelay.summary;

/** The variables of an answer that a person sorts. */
final class SortedAnswer {

    static final String CONTACT = "answerContact";
    static final String MAIL = "answerMail";
    static final String SAID = "answerSaid";
    static final String MEANS = "answerMeans";

    private SortedAnswer() {}
}
