package org.batonrelay.notice;

/** What a button in Slack does; found by its {@link #action}. */
public interface SlackButton {

    /** The action that a {@link Notice.Button} names; stays, because messages with it hang in channels. */
    String action();

    /**
     * Somebody of the house has pressed it; Slack may tell so twice.
     *
     * @param person their user id here
     * @param value the button's
     * @return a sentence that only they see; empty for none
     */
    String pressed(String person, String value);
}
