/** * What a model, decision, form or mail has to keep to before it goes live, and who hears of one that cannot be used all the same; knows no lead. */
@NullMarked
@ApplicationModule(
        displayName = "rules",
        allowedDependencies = {
            "calendar",
            "engine",
            "engine::decision",
            "engine::deployment",
            "engine::guard",
            "mail",
            "notice",
            "team"
        })
package org.batonrelay.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
