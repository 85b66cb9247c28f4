/** The chat on the website: a bot that learns who is there, and people who answer, in order and live. */
@NullMarked
@ApplicationModule(
        displayName = "chat",
        allowedDependencies = {
            "engine",
            "lead",
            "relay",
            "handoff",
            "summary",
            "correspondence",
            "client",
            "notice",
            "mail",
            "team",
            "calendar",
            "ledger"
        })
package org.batonrelay.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
