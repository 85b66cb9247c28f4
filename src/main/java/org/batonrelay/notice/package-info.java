/** Tells people of the house, where they look and when they work: by mail, Slack or Teams; knows no lead. */
@NullMarked
@ApplicationModule(
        displayName = "notice",
        allowedDependencies = {"absence", "calendar", "engine", "mail", "team"})
package org.batonrelay.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
