package org.batonrelay.figures;

import org.jspecify.annotations.Nullable;

/**
 * A number and the leads behind it.
 *
 * @param before of as many days directly before; null where nothing is compared
 * @param leads the address of the list that shows them
 */
record Tally(long count, @Nullable Long before, String leads) {}
