/** Tells programs of others what happens, as Standard Webhooks says: signed, at least once, and tried again. */
@NullMarked
@ApplicationModule(
        displayName = "webhook",
        allowedDependencies = {"calendar", "engine", "ledger", "notice"})
package org.batonrelay.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
