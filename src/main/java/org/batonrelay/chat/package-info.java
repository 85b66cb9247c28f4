/** The chat on the website: a bot that learns who is there, and people who answer, in order and live. */
@NullMarked
@ApplicationModule(
        displayName = "chat",
        allowedDependencies = {
            "accounts",
            "baton",
            "calendar",
            "client",
            "correspondence",
            "engine",
            "handoff",
            "lead",
            "ledger",
            "mail",
            "notice",
            "team"
        })
package org.batonrelay.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
