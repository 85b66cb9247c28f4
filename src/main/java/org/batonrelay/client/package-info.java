/** What clients have from us on the web: their page, and the chat. */
@NullMarked
@ApplicationModule(
        displayName = "client",
        allowedDependencies = {
            "baton",
            "calendar",
            "correspondence",
            "engine",
            "lead",
            "ledger",
            "mail",
            "meeting",
            "onboarding",
            "relay",
            "summary",
            "team"
        })
package org.batonrelay.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
