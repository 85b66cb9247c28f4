/** How people and programs come in: logins, sessions, limits, and who is turned away. */
@NullMarked
@ApplicationModule(
        displayName = "doors",
        allowedDependencies = {"engine", "lead", "team"})
package org.batonrelay.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
