/** Lists of leads and of accounts: read, looked at beforehand, brought in row by row. */
@NullMarked
@ApplicationModule(
        displayName = "imports",
        allowedDependencies = {"accounts", "calendar", "engine", "lead", "ledger", "team"})
package org.batonrelay.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
