package org.batonrelay.calendar;

import java.time.LocalDate;

/**
 * A day on which a team does not work although its week says so.
 *
 * @param key the name by which {@code except} takes it away
 * @param name for people to read; may be empty
 */
public record Holiday(LocalDate date, String key, String name) {}
