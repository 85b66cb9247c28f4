/** Finds what has parted, a baton and its process, and puts it into a manager's hands; keeps what is put on hold. */
@NullMarked
@ApplicationModule(
        displayName = "mending",
        allowedDependencies = {
            "baton",
            "calendar",
            "engine",
            "engine::hands",
            "handoff",
            "lead",
            "ledger",
            "notice",
            "relay",
            "team"
        })
package org.batonrelay.mending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
