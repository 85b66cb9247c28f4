package org.batonrelay.baton;

import java.util.Locale;

/** A yellow flag: a sign of a weak pass. */
public enum Flag {
    SUMMARY_UNANSWERED("the client has not answered the last summary"),
    ONE_CONTACT("only one contact on the client's side"),
    NO_NEXT_STEP("no next step is agreed"),
    MAIL_BOUNCED("a mail to the client came back");

    private final String words;

    Flag(String words) {
        this.words = words;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Flag of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As it goes on behind a colon or a comma. */
    public String inWords() {
        return words;
    }

    /** As it stands by itself; whoever shows it sets the full stop where one is wanted. */
    public String asSentence() {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
