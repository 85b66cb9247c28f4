/** The relay from its first lead to its end: what begins it, what happens between the legs, what ends it. */
@NullMarked
@ApplicationModule(
        displayName = "relay",
        allowedDependencies = {
            "baton",
            "calendar",
            "engine",
            "engine::decision",
            "lead",
            "ledger",
            "mail",
            "notice",
            "team",
            "watch"
        })
package org.batonrelay.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
