/** Many leads at once: searched, listed, counted by leg, and given to take along. */
@NullMarked
@ApplicationModule(
        displayName = "board",
        allowedDependencies = {"baton", "calendar", "engine", "handoff", "insight", "ledger", "team"})
package org.batonrelay.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
