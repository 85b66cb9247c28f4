package org.batonrelay.engine;

/** What an exception says of itself that was thrown because a server outside of this house could not be reached. */
public interface Away {

    /** What every exception of this kind says of a server; jobs that wait for it are found by it. */
    static String sentence(String server) {
        return server + " cannot be reached";
    }
}
