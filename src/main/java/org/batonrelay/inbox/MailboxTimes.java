package org.batonrelay.inbox;

import java.time.Instant;
import java.time.ZoneId;
import org.batonrelay.calendar.WrittenDates;

/** When a mail came, as the pages of the mailbox show it. */
record MailboxTimes(ZoneId zone) {

    public String lately(Instant at) {
        return WrittenDates.lately(at, zone);
    }

    public String moment(Instant at) {
        return WrittenDates.moment(at, zone);
    }
}
