/** Business hours, holidays, and the due dates that follow from them; the only place that knows time zones. */
@NullMarked
@ApplicationModule(
        displayName = "calendar",
        allowedDependencies = {})
package org.batonrelay.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
