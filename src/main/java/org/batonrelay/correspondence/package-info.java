/** What clients and colleagues say, on whatever channel: messages, notes and files of a lead. */
@NullMarked
@ApplicationModule(
        displayName = "correspondence",
        allowedDependencies = {
            "baton",
            "calendar",
            "deal",
            "doors",
            "engine",
            "inbox",
            "lead",
            "ledger",
            "mail",
            "notice",
            "reading",
            "summary",
            "team"
        })
package org.batonrelay.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
