package org.batonrelay.insight;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.engine.Partners;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Whoever is logged in, as far as it decides which leads they may see. */
record Viewer(String id, Set<String> groups) {

    private static final Set<String> ALL_SEEING = Set.of("manager", "camunda-admin");

    static Viewer of(Authentication login) {
        return new Viewer(
                login.getName(),
                login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean seesAll() {
        return groups.stream().anyMatch(ALL_SEEING::contains);
    }

    boolean isPartner() {
        return Partners.isPartner(groups);
    }

    boolean isManager() {
        return groups.contains("manager");
    }

    /** The holders, as batons know them, that this person acts for. */
    List<String> holders() {
        return Stream.concat(Stream.of(id), groups.stream().map(group -> "group:" + group))
                .toList();
    }

    /** A query needs one group at least; this is none. */
    List<String> groupsOrNone() {
        return groups.isEmpty() ? List.of("") : List.copyOf(groups);
    }
}
