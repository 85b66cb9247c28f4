package org.batonrelay.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** When a wall-clock time is. */
interface IcsZone {

    /** Whoever reads it is meant to take their own zone; compared among themselves these need none. */
    IcsZone FLOATING = local -> local.toInstant(ZoneOffset.UTC);

    Instant at(LocalDateTime local);

    static IcsZone of(ZoneId zone) {
        return local -> local.atZone(zone).toInstant();
    }
}
