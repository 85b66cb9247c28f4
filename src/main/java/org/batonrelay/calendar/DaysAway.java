package org.batonrelay.calendar;

import java.time.LocalDate;

/** Whole days in a row. */
public record DaysAway(LocalDate first, LocalDate last) {}
