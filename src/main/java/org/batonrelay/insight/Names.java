package org.batonrelay.insight;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.batonrelay.baton.Holder;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;

/** Ids in people's words, for one page: everybody is looked up once. */
public final class Names {

    private final People people;
    private final Map<String, String> known = new HashMap<>();

    public Names(People people) {
        this.people = people;
    }

    /** @param id a user id, {@code group:} and a group id, {@code client:} and an address, or {@code baton} */
    public String of(String id) {
        return known.computeIfAbsent(id, this::lookUp);
    }

    /** The same for several with commas between. */
    String ofAll(@Nullable String ids) {
        return ids == null ? "" : Arrays.stream(ids.split(",")).map(this::of).collect(Collectors.joining(", "));
    }

    private String lookUp(String id) {
        if (id.isBlank()) {
            return "nobody";
        }
        if (id.startsWith("client:")) {
            return "the client (" + id.substring("client:".length()) + ")";
        }
        if (id.equals("baton")) {
            return "Baton";
        }
        Holder holder = new Holder(id);
        return holder.isGroup()
                ? people.groupName(holder.id())
                : people.person(id).map(Person::name).orElse(id);
    }
}
