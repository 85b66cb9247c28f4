package org.batonrelay.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account as a list tells of it. */
public record NewAccount(
        String name,
        Set<String> domains,
        @Nullable String owner,
        @Nullable String segment,
        @Nullable String country,
        boolean named,
        @Nullable String externalId) {

    public NewAccount known(@Nullable String asExternalId) {
        return new NewAccount(name, domains, owner, segment, country, named, asExternalId);
    }
}
