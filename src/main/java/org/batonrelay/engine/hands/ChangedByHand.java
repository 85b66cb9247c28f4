package org.batonrelay.engine.hands;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has changed a running process past its tasks, in Cockpit or over REST. Published in the transaction of the
 * change, after it; what a batch does is published as it is done, in the name of whoever asked for the batch.
 *
 * @param by a user id
 * @param what in words, to go before the process's name: {@code cancelled}
 * @param process its key
 */
public record ChangedByHand(
        String by, String what, String process, @Nullable String businessKey) {}
