/** Baton: one room per business feature; see docs/house.md for who may use whom. */
@NullMarked
package org.batonrelay;

import org.jspecify.annotations.NullMarked;
