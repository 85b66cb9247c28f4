/** Watches whoever runs a leg and is quiet, and tells who can help. */
@NullMarked
@ApplicationModule(
        displayName = "watch",
        allowedDependencies = {
            "baton",
            "calendar",
            "engine",
            "engine::decision",
            "lead",
            "ledger",
            "notice",
            "relay",
            "team"
        })
package org.batonrelay.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
