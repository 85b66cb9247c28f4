package org.batonrelay.notice;

/** A chat did not take what was sent to it; says so without the address, which may be a secret. */
class Unreachable extends RuntimeException {

    Unreachable(String sentence) {
        super(sentence);
    }
}
