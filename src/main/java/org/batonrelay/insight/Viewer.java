package org.batonrelay.insight;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.baton.Shared;
import org.batonrelay.engine.Partners;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Whoever is logged in, as far as it decides which leads they may see. */
public record Viewer(String id, Set<String> groups) {

    private static final Set<String> ALL_SEEING = Set.of("manager", "camunda-admin");

    public static Viewer of(Authentication login) {
        return new Viewer(
                login.getName(),
                login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean seesAll() {
        return groups.stream().anyMatch(ALL_SEEING::contains);
    }

    public boolean isPartner() {
        return Partners.isPartner(groups);
    }

    public boolean isManager() {
        return groups.contains("manager");
    }

    /** The holders, as batons know them, that this person acts for. */
    public List<String> holders() {
        return Stream.concat(Stream.of(id), groups.stream().map(group -> "group:" + group))
                .toList();
    }

    /** Holders as this person may read them: a partner reads no names of ours that are not shared. */
    public String named(String people, Shared shared) {
        return shared.shows("colleagues") || holders().containsAll(List.of(people.split(","))) ? people : Shared.HIDDEN;
    }

    /** A query needs one group at least; this is none. */
    public List<String> groupsOrNone() {
        return groups.isEmpty() ? List.of("") : List.copyOf(groups);
    }
}
