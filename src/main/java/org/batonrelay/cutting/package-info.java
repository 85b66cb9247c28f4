/** Cuts away of a mail's text what is known to say nothing. */
@NullMarked
@ApplicationModule(
        displayName = "cutting",
        allowedDependencies = {})
package org.batonrelay.cutting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
