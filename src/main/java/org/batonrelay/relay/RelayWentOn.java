package org.batonrelay.relay;

import java.time.Instant;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.LeadReference;

/**
 * A relay that was on hold goes on: each deadline with what was left of it. Published in the transaction that sets it
 * going, before its clocks are moved.
 */
public record RelayWentOn(LeadReference reference, BusinessCalendar.Pause pause) {

    /** Whether this deadline was still ahead when everything stopped. */
    public boolean wasAhead(Instant due) {
        return due.isAfter(pause.from()) && due.isBefore(BusinessCalendar.NEVER);
    }
}
