package org.batonrelay.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Leg;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** What the filters of the page offer. */
@Component
class Choices {

    record Choice(String id, String label) {}

    private final People people;

    Choices(People people) {
        this.people = people;
    }

    /** By the names of the parameters. */
    Map<String, List<Choice>> all() {
        List<Choice> states = new ArrayList<>(List.of(new Choice(LeadFilter.OPEN, "not over")));
        Arrays.stream(Baton.State.values())
                .map(it -> new Choice(it.id(), it.id()))
                .forEach(states::add);
        Set<String> working = people.working();
        return Map.of(
                "leg",
                Arrays.stream(Leg.values())
                        .map(it -> new Choice(it.id(), it.id()))
                        .toList(),
                "flag",
                Arrays.stream(Flag.values())
                        .map(it -> new Choice(it.id(), it.inWords()))
                        .toList(),
                "state",
                states,
                "team",
                people.teams().stream()
                        .map(it -> new Choice(it, people.groupName(it)))
                        .toList(),
                "holder",
                people.all().stream()
                        .filter(it -> working.contains(it.id()))
                        .map(it -> new Choice(it.id(), it.name()))
                        .toList());
    }
}
