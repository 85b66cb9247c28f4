package org.batonrelay.team;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here.
 *
 * @param name as clients may read it: a role that colleagues see behind it in Tasklist, "Sam Rivers (SDR)", is left out
 */
public record Person(String id, String name, @Nullable String email) {}
