package org.batonrelay.engine.form;

import java.time.LocalDate;

/** The years that people mean. ISO 8601 knows some that no timer and no database does, and one typo is enough. */
public final class OurTime {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2999;

    private OurTime() {}

    public static boolean has(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }
}
