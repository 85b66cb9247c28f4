/** What an AE decides in a deal, and what follows from it. */
@NullMarked
@ApplicationModule(
        displayName = "deal",
        allowedDependencies = {"baton", "calendar", "contract", "engine", "lead", "ledger", "meeting", "relay"})
package org.batonrelay.deal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
