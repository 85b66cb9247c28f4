/** The baton and its one holder, its flags and promises, the card on every form, and what partners may see of it. */
@NullMarked
@ApplicationModule(
        displayName = "baton",
        allowedDependencies = {
            "absence",
            "calendar",
            "engine",
            "engine::decision",
            "engine::guard",
            "lead",
            "ledger",
            "mail",
            "notice",
            "team"
        })
package org.batonrelay.baton;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
