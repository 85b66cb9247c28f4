/** The client's page. */
@NullMarked
@ApplicationModule(
        displayName = "client",
        allowedDependencies = {"engine", "lead", "summary", "relay", "onboarding", "team", "calendar", "ledger"})
package org.batonrelay.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
