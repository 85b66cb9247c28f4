package org.batonrelay.notice;

import org.batonrelay.engine.Away;

/** A chat's server could not be reached, so it has not taken anything. */
class ChatAway extends Unreachable implements Away {

    ChatAway(String chat, String server, String reason) {
        super(chat + ": " + Away.sentence(server) + " (" + reason + ").");
    }
}
