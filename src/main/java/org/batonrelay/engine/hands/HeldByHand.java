package org.batonrelay.engine.hands;

/**
 * Somebody has suspended or activated processes or their clocks, in whatever number: whoever is concerned looks for what
 * stands still now, and for what goes on. Published in the transaction of the change, after it.
 *
 * @param by a user id
 */
public record HeldByHand(String by) {}
