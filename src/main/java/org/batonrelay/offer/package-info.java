/** How an offer reaches its receivers and their answer comes back: notice, page, Slack. */
@NullMarked
@ApplicationModule(
        displayName = "offer",
        allowedDependencies = {
            "baton",
            "calendar",
            "engine",
            "engine::form",
            "handoff",
            "lead",
            "ledger",
            "notice",
            "relay",
            "team"
        })
package org.batonrelay.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
