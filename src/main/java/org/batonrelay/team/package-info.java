/** People, groups, their rights, who takes how much, and what must be set before anybody works. */
@NullMarked
@ApplicationModule(
        displayName = "team",
        allowedDependencies = {"engine", "engine::decision"})
package org.batonrelay.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
