/** The written summary: write, send, confirm, correct, silence. */
@NullMarked
@ApplicationModule(
        displayName = "summary",
        allowedDependencies = {
            "baton",
            "calendar",
            "engine",
            "engine::decision",
            "engine::deployment",
            "engine::form",
            "lead",
            "ledger",
            "mail",
            "relay",
            "team",
            "watch"
        })
package org.batonrelay.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
