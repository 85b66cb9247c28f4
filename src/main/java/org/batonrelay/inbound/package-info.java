/** What a mail that came in means: an answer, a correction, a lead, a failure; and to whom it goes. */
@NullMarked
@ApplicationModule(
        displayName = "inbound",
        allowedDependencies = {
            "baton",
            "correspondence",
            "cutting",
            "engine",
            "engine::deployment",
            "inbox",
            "lead",
            "ledger",
            "mail",
            "meeting",
            "notice",
            "reading",
            "summary",
            "team"
        })
package org.batonrelay.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
