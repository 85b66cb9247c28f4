package org.batonrelay.deal;

import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * The AE wants somebody to join a meeting. Published in the transaction of their answer: whoever listens writes the
 * request down under this id, or refuses it with a sentence, and then nothing has happened.
 *
 * @param meeting a meeting's uid, as the form offers it; null for the next one
 * @param by a user id, or {@code group:} and a group id; null for whoever of sales support can
 * @param minutes as the form sends a number
 */
public record SupportWanted(
        String id,
        LeadReference reference,
        @Nullable String meeting,
        @Nullable String by,
        @Nullable String part,
        @Nullable String goal,
        @Nullable String leaveOut,
        @Nullable String minutes) {}
