package org.batonrelay.absence;

/** An address of a calendar that nothing can be read from; the message is the one sentence that the start ends with. */
class BadFeed extends IllegalArgumentException {

    BadFeed(String sentence) {
        super(sentence);
    }
}
