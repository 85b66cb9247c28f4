package org.batonrelay.engine;

/** Something that leaves the house beside a process; safe to repeat, because it is retried until it has worked. */
public interface Errand {

    /** The name under which it is asked for; stays, because waiting jobs refer to it. */
    String name();

    /** Runs in a transaction of its own. */
    void run(String payload);
}
