/** Sends mail from templates and shows the built-in mailbox; knows no lead. */
@NullMarked
@ApplicationModule(
        displayName = "mail",
        allowedDependencies = {"engine", "calendar"})
package org.batonrelay.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
