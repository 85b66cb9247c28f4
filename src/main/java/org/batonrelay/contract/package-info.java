/** What stands before a signature: legal's review of the contract, and the day from which onboarding is ready. */
@NullMarked
@ApplicationModule(
        displayName = "contract",
        allowedDependencies = {
            "baton",
            "calendar",
            "engine",
            "engine::decision",
            "ledger",
            "notice",
            "relay",
            "summary",
            "watch"
        })
package org.batonrelay.contract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
