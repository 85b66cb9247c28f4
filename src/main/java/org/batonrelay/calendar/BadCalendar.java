package org.batonrelay.calendar;

/** A calendar setting that cannot be kept; the message is the one sentence that the start ends with. */
class BadCalendar extends IllegalArgumentException {

    BadCalendar(String sentence) {
        super(sentence);
    }
}
