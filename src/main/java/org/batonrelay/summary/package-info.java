/** The written summary: write, send, confirm, correct, silence. */
@NullMarked
@ApplicationModule(
        displayName = "summary",
        allowedDependencies = {"engine", "relay", "lead", "team", "mail", "notice", "calendar", "ledger"})
package org.batonrelay.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
