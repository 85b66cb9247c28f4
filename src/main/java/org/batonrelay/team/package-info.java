/** Who works here: people, groups, their rights, and the doors that they come in by. */
@NullMarked
@ApplicationModule(
        displayName = "team",
        allowedDependencies = {"engine", "calendar"})
package org.batonrelay.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
