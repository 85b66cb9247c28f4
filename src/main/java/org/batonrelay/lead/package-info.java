/** Leads and their contacts: capture, duplicates, routing, and the client's links. */
@NullMarked
@ApplicationModule(
        displayName = "lead",
        allowedDependencies = {"accounts", "calendar", "engine", "engine::decision", "ledger", "mail", "reading", "team"
        })
package org.batonrelay.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
