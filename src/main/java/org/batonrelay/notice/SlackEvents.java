package org.batonrelay.notice;

/** Listens to what people write in Slack, beneath a message of ours. */
public interface SlackEvents {

    /**
     * Called once for each message, in a transaction of its own; Slack is answered when it returns and tells again when
     * it throws. Messages of programs, our own among them, are left out.
     */
    void said(SlackMessage message);
}
