/** Reads a mail as programs write it: who sent it, of what kind it is, what is in it; knows no lead. */
@NullMarked
@ApplicationModule(
        displayName = "reading",
        allowedDependencies = {"cutting", "mail"})
package org.batonrelay.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
