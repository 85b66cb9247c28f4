package org.batonrelay.handoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.engine.Partners;
import org.batonrelay.engine.form.Choices;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people and the teams that forms offer, by their names. */
@Component
class WhoToChoose implements Choices {

    private final People people;
    private final JdbcClient jdbc;

    WhoToChoose(People people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> of(String key, Set<String> readersGroups) {
        boolean partner = Partners.isPartner(readersGroups);
        SortedSet<String> teams = people.teams();
        if (partner) {
            teams.retainAll(readersGroups);
        }
        Set<String> working = Stream.concat(
                        teams.stream(), partner ? Stream.of() : Stream.of("camunda-admin", "process-owner"))
                .flatMap(team -> people.members(team).stream())
                .collect(Collectors.toSet());
        boolean all = key.equals(HOLDERS) && !partner;
        Map<String, String> choices = new LinkedHashMap<>();
        people.all().stream()
                .filter(person -> all || working.contains(person.id()))
                .forEach(person -> choices.put(person.id(), label(person)));
        if (all) {
            holders().forEach(holder -> choices.putIfAbsent(holder, holder));
        }
        if (!key.equals(PEOPLE)) {
            teams.forEach(team -> choices.put("group:" + team, "Team: " + people.groupName(team)));
        }
        return choices;
    }

    /** Somebody may have been deleted while they held a baton. */
    private List<String> holders() {
        return jdbc.sql("select distinct holder from baton where holder not like 'group:%' order by holder")
                .query(String.class)
                .list();
    }

    private static String label(Person person) {
        return person.name().equals(person.id()) ? person.id() : person.name() + " (" + person.id() + ")";
    }
}
