/** Somebody of ours joins a meeting: asked by a briefing, prepared, and heard on its summary. */
@NullMarked
@ApplicationModule(
        displayName = "support",
        allowedDependencies = {
            "baton",
            "calendar",
            "correspondence",
            "deal",
            "engine",
            "ledger",
            "meeting",
            "notice",
            "summary",
            "team",
            "watch"
        })
package org.batonrelay.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
