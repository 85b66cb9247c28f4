package org.batonrelay.calendar;

/** Something in a calendar that cannot be understood; the message says what, for people. */
class NotUnderstood extends RuntimeException {

    NotUnderstood(String what) {
        super(what);
    }
}
