/** Sends mail from templates, and runs the built-in mail server; knows no lead. */
@NullMarked
@ApplicationModule(
        displayName = "mail",
        allowedDependencies = {"engine", "engine::decision", "engine::deployment"})
package org.batonrelay.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
