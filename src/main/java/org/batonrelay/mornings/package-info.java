/** What people read before they begin: the digest, the eve of a meeting, Monday's report of drops. */
@NullMarked
@ApplicationModule(
        displayName = "mornings",
        allowedDependencies = {
            "absence",
            "baton",
            "calendar",
            "engine",
            "figures",
            "insight",
            "lead",
            "ledger",
            "meeting",
            "notice",
            "summary",
            "team"
        })
package org.batonrelay.mornings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
