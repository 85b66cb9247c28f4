package org.batonrelay.team;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The groups of this house by their ids, and who comes first: whoever is to set a house up without the example people.
 */
@ConfigurationProperties("baton")
record TeamSettings(
        @DefaultValue Map<String, Group> groups, @Nullable FirstManager firstManager) {

    /** @param email written to once instead of to each member */
    record Group(@Nullable String name, @Nullable String email) {}

    record FirstManager(
            String id,
            String password,
            String name,
            @Nullable String email) {}
}
