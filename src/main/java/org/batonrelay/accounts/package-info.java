/** Accounts and their owners, from a list or from Salesforce, and which of them a lead belongs to. */
@NullMarked
@ApplicationModule(
        displayName = "accounts",
        allowedDependencies = {"engine", "ledger", "team"})
package org.batonrelay.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
