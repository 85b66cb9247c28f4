/** The relay in business words: the baton and its one holder, promises, flags, the card, closing. */
@NullMarked
@ApplicationModule(
        displayName = "relay",
        allowedDependencies = {"engine", "lead", "ledger", "team", "mail", "notice", "calendar"})
package org.batonrelay.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
