package org.batonrelay.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.baton.Holder;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.batonrelay.team.Pictures;
import org.springframework.stereotype.Component;

/** How our people show themselves to clients: a name, and a picture or initials. */
@Component
class Faces {

    private final People people;
    private final Pictures pictures;

    Faces(People people, Pictures pictures) {
        this.people = people;
        this.pictures = pictures;
    }

    ClientPage.Person of(Holder holder) {
        String name = nameOf(holder);
        return new ClientPage.Person(name, initials(name), pictures.isThere(holder.id()));
    }

    Optional<Pictures.Picture> pictureOf(Holder holder) {
        return pictures.of(holder.id());
    }

    String nameOf(Holder holder) {
        return holder.isGroup()
                ? people.groupName(holder.id())
                : people.person(holder.id()).map(Person::name).orElse(holder.id());
    }

    /** The first letters of the first and of the last word. */
    private static String initials(String name) {
        List<String> words =
                Arrays.stream(name.split("[\\s-]+")).filter(it -> !it.isEmpty()).toList();
        List<String> both = words.size() < 2 ? words : List.of(words.get(0), words.get(words.size() - 1));
        return both.stream()
                .map(it -> it.substring(0, it.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
