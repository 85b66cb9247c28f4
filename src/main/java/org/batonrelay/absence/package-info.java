/** Who is away, from when to when, and who stands in; from a form or from a calendar. */
@NullMarked
@ApplicationModule(
        displayName = "absence",
        allowedDependencies = {"calendar", "engine", "team"})
package org.batonrelay.absence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
