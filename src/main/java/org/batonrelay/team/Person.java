package org.batonrelay.team;

import org.jspecify.annotations.Nullable;

/** Somebody who works here. */
public record Person(String id, String name, @Nullable String email) {}
