package org.batonrelay.handoff;

import java.util.Map;

/**
 * Who of a receiver is offered a baton.
 *
 * @param candidates {@code group:} and a group id, or user ids with commas between; empty when nobody can take it
 * @param everybodyAway whether none of them is here today, so that somebody else should be asked at once
 * @param skipped who of the receiver is not offered it, and why
 */
record Choice(String candidates, boolean everybodyAway, Map<String, String> skipped) {

    static final Choice NOBODY = new Choice("", false, Map.of());
}
