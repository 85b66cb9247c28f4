/** The plan: each promise and template item a task of its own. */
@NullMarked
@ApplicationModule(
        displayName = "onboarding",
        allowedDependencies = {
            "baton",
            "calendar",
            "engine",
            "engine::decision",
            "lead",
            "ledger",
            "mail",
            "meeting",
            "notice",
            "summary",
            "team",
            "watch"
        })
package org.batonrelay.onboarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
