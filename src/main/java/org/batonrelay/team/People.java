package org.batonrelay.team;

import static java.util.stream.Collectors.toCollection;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.batonrelay.engine.Partners;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Who works here, read from Camunda's identities. The house asks for itself: whoever is logged in on this thread need
 * not be allowed to read people. Long because every question about people is asked here.
 */
@Component
@EnableConfigurationProperties(TeamSettings.class)
public class People {

    /** Groups that one belongs to beside one's work; their opening hours say nothing about anybody. */
    private static final Set<String> NO_TEAMS = Set.of("camunda-admin", "process-owner", "lead-source", "left");

    /** Whoever has left is put into this group, and keeps their name on everything they did. */
    private static final String LEFT = "left";

    /** Who posts leads takes none. */
    private static final Set<String> PROGRAMS = Set.of("lead-source");

    private final IdentityService identities;
    private final TeamSettings settings;

    People(IdentityService identities, TeamSettings settings) {
        this.identities = identities;
        this.settings = settings;
    }

    public Optional<Person> person(String id) {
        return unchecked(() -> Optional.ofNullable(
                        identities.createUserQuery().userId(id).singleResult()))
                .map(People::person);
    }

    /**
     * Whether somebody can be given work: they are known, in a group of people, and not marked as having left.
     */
    public boolean isWorking(String id) {
        Set<String> groups = groupsOf(id);
        return person(id).isPresent() && !groups.contains(LEFT) && !PROGRAMS.containsAll(groups);
    }

    /** Whether somebody is marked as having left: they are given nothing, and let in no more. */
    public boolean hasLeft(String id) {
        return isIn(id, LEFT);
    }

    /** The ids of all who can be given work. */
    public Set<String> working() {
        return everybody().stream().filter(this::isWorking).collect(toCollection(TreeSet::new));
    }

    /** The groups in which somebody works. */
    public Set<String> staffed() {
        return unchecked(() -> identities.createGroupQuery().list()).stream()
                .map(Group::getId)
                .filter(group -> !members(group).isEmpty())
                .collect(toCollection(TreeSet::new));
    }

    /** Whose address this is; empty for one that is nobody's of the house. */
    public Optional<Person> withAddress(String email) {
        String address = email.strip();
        return address.isEmpty()
                ? Optional.empty()
                : unchecked(() -> Stream.of(address, address.toLowerCase(Locale.ROOT))
                                .flatMap(it -> identities.createUserQuery().userEmail(it).list().stream())
                                .findFirst())
                        .map(People::person);
    }

    /** The ids of those in a group who work; empty for a group that does not exist, and for programs. */
    public Set<String> members(String group) {
        if (PROGRAMS.contains(group)) {
            return new LinkedHashSet<>();
        }
        Set<String> members = users(group).map(User::getId).collect(toCollection(LinkedHashSet::new));
        if (!members.isEmpty()) {
            users(LEFT).map(User::getId).forEach(members::remove);
        }
        return members;
    }

    public Set<String> groupsOf(String person) {
        return unchecked(() -> identities.createGroupQuery().groupMember(person).list()).stream()
                .map(Group::getId)
                .collect(toCollection(LinkedHashSet::new));
    }

    /** The groups that somebody works in, in the order of their ids. */
    public SortedSet<String> teamsOf(String person) {
        SortedSet<String> teams = new TreeSet<>(groupsOf(person));
        teams.removeAll(NO_TEAMS);
        return teams;
    }

    /** The team in whose hours somebody works: the first of theirs; empty for whoever is in none. */
    public String teamOf(String person) {
        SortedSet<String> teams = teamsOf(person);
        return teams.isEmpty() ? "" : teams.first();
    }

    /** The same where one of their teams counts before the others: where they are in it, or in none. */
    public String teamOf(String person, String usual) {
        SortedSet<String> teams = teamsOf(person);
        return teams.isEmpty() || teams.contains(usual) ? usual : teams.first();
    }

    /** All people, whether they work here or not any more, by their names. */
    public List<Person> all() {
        return unchecked(() -> identities.createUserQuery().list()).stream()
                .map(People::person)
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }

    /** The groups that people work in, in the order of their ids. */
    public SortedSet<String> teams() {
        SortedSet<String> teams = new TreeSet<>();
        unchecked(() -> identities.createGroupQuery().list()).forEach(group -> teams.add(group.getId()));
        teams.removeAll(NO_TEAMS);
        return teams;
    }

    /** The ids of all people. */
    public Set<String> everybody() {
        return unchecked(() -> identities.createUserQuery().list()).stream()
                .map(User::getId)
                .collect(toCollection(TreeSet::new));
    }

    /** Who has this address, as it is written with them; empty where nobody or more than one has. */
    public Optional<Person> byEmail(String email) {
        List<User> found =
                unchecked(() -> identities.createUserQuery().userEmail(email).list());
        return found.size() == 1 ? Optional.of(person(found.get(0))) : Optional.empty();
    }

    public boolean isIn(String person, String group) {
        return groupsOf(person).contains(group);
    }

    /** The groups of outside teams. */
    List<String> partners() {
        return unchecked(() -> identities.createGroupQuery().list()).stream()
                .map(Group::getId)
                .filter(Partners::isGroup)
                .toList();
    }

    public boolean groupExists(String group) {
        return unchecked(() -> identities.createGroupQuery().groupId(group).count()) > 0;
    }

    /** The name of a group for people: "Sales development". Its id, where nobody has named it. */
    public String groupName(String group) {
        Group found =
                unchecked(() -> identities.createGroupQuery().groupId(group).singleResult());
        return found == null || isBlank(found.getName()) ? group : found.getName();
    }

    /** Where to write to a group: its own address where it has one ({@code baton.groups.<id>.email}), else each member's. */
    public List<Person> addressesOf(String group) {
        TeamSettings.Group known = settings.groups().get(group);
        if (known != null && !isBlank(known.email())) {
            return List.of(new Person(group, groupName(group), known.email()));
        }
        Set<String> working = members(group);
        return users(group)
                .filter(user -> working.contains(user.getId()))
                .map(People::person)
                .filter(person -> !isBlank(person.email()))
                .toList();
    }

    private Stream<User> users(String group) {
        return unchecked(() -> identities
                        .createUserQuery()
                        .memberOfGroup(group)
                        .orderByUserId()
                        .asc()
                        .list())
                .stream();
    }

    private static Person person(User user) {
        String name = (text(user.getFirstName()) + " " + text(user.getLastName())).strip();
        String withoutRole = name.replaceFirst("\\s*\\([^()]*\\)$", "");
        return new Person(user.getId(), isBlank(withoutRole) ? user.getId() : withoutRole, user.getEmail());
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe.strip();
    }

    private static boolean isBlank(@Nullable String maybe) {
        return maybe == null || maybe.isBlank();
    }

    private <T> T unchecked(Supplier<T> question) {
        Authentication somebody = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return question.get();
        } finally {
            identities.setAuthentication(somebody);
        }
    }
}
