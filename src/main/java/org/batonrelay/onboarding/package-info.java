/** The plan: each promise and template item a task of its own. */
@NullMarked
@ApplicationModule(
        displayName = "onboarding",
        allowedDependencies = {
            "engine",
            "relay",
            "summary",
            "deal",
            "lead",
            "team",
            "mail",
            "notice",
            "calendar",
            "ledger"
        })
package org.batonrelay.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
