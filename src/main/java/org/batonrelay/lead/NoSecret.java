package org.batonrelay.lead;

/** Stops the start: without a secret the links to clients' pages could be guessed. */
final class NoSecret extends RuntimeException {

    NoSecret(String message) {
        super(message);
    }
}
