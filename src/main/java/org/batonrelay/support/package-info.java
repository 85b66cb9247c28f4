/** Somebody of ours joins a meeting: asked by a briefing, prepared, and heard on its summary. */
@NullMarked
@ApplicationModule(
        displayName = "support",
        allowedDependencies = {
            "engine",
            "relay",
            "deal",
            "summary",
            "correspondence",
            "team",
            "notice",
            "calendar",
            "ledger"
        })
package org.batonrelay.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
