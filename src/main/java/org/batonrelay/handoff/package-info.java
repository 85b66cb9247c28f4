/** One exchange: brief, offer, acceptance, return, and what its deadlines do. */
@NullMarked
@ApplicationModule(
        displayName = "handoff",
        allowedDependencies = {"engine", "relay", "lead", "team", "calendar", "mail", "notice", "ledger"})
package org.batonrelay.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
