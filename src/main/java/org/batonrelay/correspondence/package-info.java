/** What clients and colleagues say, on whatever channel: it finds its lead, is kept, and reaches today's holder. */
@NullMarked
@ApplicationModule(
        displayName = "correspondence",
        allowedDependencies = {
            "engine",
            "lead",
            "relay",
            "summary",
            "deal",
            "notice",
            "team",
            "mail",
            "calendar",
            "ledger"
        })
package org.batonrelay.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
