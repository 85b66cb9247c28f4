/** What clients have from us on the web: their page, and the chat. */
@NullMarked
@ApplicationModule(
        displayName = "client",
        allowedDependencies = {
            "engine",
            "lead",
            "summary",
            "relay",
            "onboarding",
            "correspondence",
            "notice",
            "deal",
            "mail",
            "team",
            "calendar",
            "ledger"
        })
package org.batonrelay.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
