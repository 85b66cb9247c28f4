/** Meetings: agreed, invited to, moved, rated, and who comes. */
@NullMarked
@ApplicationModule(
        displayName = "meeting",
        allowedDependencies = {
            "baton",
            "calendar",
            "cutting",
            "engine",
            "lead",
            "ledger",
            "mail",
            "notice",
            "reading",
            "relay",
            "summary",
            "team"
        })
package org.batonrelay.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
