/** Takes mail in, each once, and shows the built-in mailbox. */
@NullMarked
@ApplicationModule(
        displayName = "inbox",
        allowedDependencies = {"calendar", "engine", "mail", "reading"})
package org.batonrelay.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
