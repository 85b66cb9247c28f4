/** The lead's page and list, and the tab beside every task. */
@NullMarked
@ApplicationModule(
        displayName = "insight",
        allowedDependencies = {
            "absence",
            "backward",
            "baton",
            "calendar",
            "chat",
            "client",
            "contract",
            "correspondence",
            "engine",
            "engine::deployment",
            "handoff",
            "inbox",
            "lead",
            "ledger",
            "meeting",
            "onboarding",
            "relay",
            "summary",
            "team"
        })
package org.batonrelay.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
