package org.batonrelay.engine;

/**
 * What somebody asked for cannot be done, and the message tells them why and what to do next, in their words. Leaves
 * everything as it was; a 400 on REST, a red box in Tasklist that keeps what was typed.
 */
public class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }
}
