/** Sets the engine up, guards every completion of a task, and deploys models; knows no business. */
@NullMarked
@ApplicationModule(
        displayName = "engine",
        allowedDependencies = {})
package org.batonrelay.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
