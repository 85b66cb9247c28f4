/** What a deal needs: meetings and their invitations, the contract review. */
@NullMarked
@ApplicationModule(
        displayName = "deal",
        allowedDependencies = {"engine", "relay", "summary", "lead", "team", "mail", "notice", "calendar", "ledger"})
package org.batonrelay.deal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
