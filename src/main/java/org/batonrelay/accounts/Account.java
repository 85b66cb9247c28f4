package org.batonrelay.accounts;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that somebody of the house owns.
 *
 * @param id the directory's own
 * @param owner a user id
 * @param named whether the house has named it as one to win: a line of its own in the routing
 */
public record Account(
        String id,
        String name,
        @Nullable String owner,
        @Nullable String segment,
        @Nullable String country,
        boolean named) {}
