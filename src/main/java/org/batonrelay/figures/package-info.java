/** What managers count: exchanges, contracts, campaigns, onboardings. */
@NullMarked
@ApplicationModule(
        displayName = "figures",
        allowedDependencies = {
            "baton",
            "board",
            "calendar",
            "engine",
            "handoff",
            "insight",
            "ledger",
            "onboarding",
            "team"
        })
package org.batonrelay.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
