/** One exchange: brief, offer, acceptance, return, and what its deadlines do. */
@NullMarked
@ApplicationModule(
        displayName = "handoff",
        allowedDependencies = {
            "absence",
            "baton",
            "calendar",
            "doors",
            "engine",
            "engine::decision",
            "engine::form",
            "lead",
            "ledger",
            "notice",
            "relay",
            "team",
            "watch"
        })
package org.batonrelay.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
