package org.batonrelay.engine;

/** Of a decision no deployed version can be read; what asks it cannot go on until one is deployed that can. */
public class UnreadableDecision extends IllegalStateException {

    public UnreadableDecision(String message, RuntimeException cause) {
        super(message, cause);
    }
}
