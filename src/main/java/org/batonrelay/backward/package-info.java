/** The way back: a question to an earlier runner of a lead, and a client's question passed on to whoever holds it today. */
@NullMarked
@ApplicationModule(
        displayName = "backward",
        allowedDependencies = {
            "baton",
            "calendar",
            "correspondence",
            "engine",
            "lead",
            "ledger",
            "relay",
            "team",
            "watch"
        })
package org.batonrelay.backward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
