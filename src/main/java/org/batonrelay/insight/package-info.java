/** The lead's page and list: who holds what, and since when. */
@NullMarked
@ApplicationModule(
        displayName = "insight",
        allowedDependencies = {
            "engine",
            "lead",
            "relay",
            "handoff",
            "chat",
            "summary",
            "deal",
            "onboarding",
            "correspondence",
            "client",
            "backward",
            "notice",
            "mail",
            "team",
            "ledger",
            "calendar"
        })
package org.batonrelay.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
