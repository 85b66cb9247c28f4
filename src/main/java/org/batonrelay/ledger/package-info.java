/** The append-only record of everything that happens to a lead. */
@NullMarked
@ApplicationModule(
        displayName = "ledger",
        allowedDependencies = {})
package org.batonrelay.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
