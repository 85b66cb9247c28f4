package org.batonrelay.absence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.calendar.CalendarEntry;
import org.batonrelay.calendar.CalendarPerson;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;

/**
 * Whom of the house an entry of the calendar means: its first attendee is away and its second stands in; without
 * attendees whoever is named in its summary, else its organizer.
 */
class FeedPeople {

    private static final Set<String> NO_PEOPLE = Set.of("ROOM", "RESOURCE");
    private static final Set<String> NOT_THERE = Set.of("DECLINED", "DELEGATED");
    private static final Pattern STANDS_IN = Pattern.compile(
            "(?i)\\b(?:stell)?vertret\\w*|\\bcover(?:ed|s|ing)?\\b|\\bstand(?:s|ing)?[- ]?in\\b|\\bsubstitut\\w*|\\bdeput\\w+"
                    + "|\\bback-?up\\b|\\breplace\\w*|\\bremplac\\w*|\\bsostitu\\w*|\\bsustitu\\w*|\\bvervang\\w*");
    private static final String WORD = "(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])";

    private final List<Person> all;
    private final Map<String, String> byAddress = new HashMap<>();

    /**
     * What became of an entry.
     *
     * @param person a user id; null where nobody of the house is away
     * @param trouble the rest of a sentence about what was not understood; null where all was
     */
    record Meant(
            @Nullable String person,
            @Nullable String substitute,
            @Nullable String trouble) {}

    FeedPeople(List<Person> all) {
        this.all = all;
        all.stream()
                .filter(person -> person.email() != null)
                .forEach(person -> byAddress.putIfAbsent(
                        String.valueOf(person.email()).strip().toLowerCase(Locale.ROOT), person.id()));
    }

    Meant in(CalendarEntry entry) {
        List<CalendarPerson> guests = entry.attendees().stream()
                .filter(it -> !NO_PEOPLE.contains(it.kind()) && !it.role().equals("NON-PARTICIPANT"))
                .toList();
        return guests.isEmpty() ? inSummary(entry) : among(guests, entry);
    }

    private Meant among(List<CalendarPerson> guests, CalendarEntry entry) {
        CalendarPerson first = guests.get(0);
        if (NOT_THERE.contains(first.answer())) {
            return new Meant(null, null, null);
        }
        Optional<String> person = find(first).or(() -> only(named(entry.summary())));
        if (person.isEmpty()) {
            return new Meant(null, null, called(first) + " is nobody of the house");
        }
        Optional<CalendarPerson> second = guests.stream()
                .skip(1)
                .filter(it -> !NOT_THERE.contains(it.answer()))
                .findFirst();
        Optional<String> substitute = second.flatMap(this::find);
        return new Meant(
                person.get(),
                substitute.orElse(null),
                second.isPresent() && substitute.isEmpty()
                        ? called(second.get()) + ", who stands in, is nobody of the house; the absence counts without"
                        : null);
    }

    private Meant inSummary(CalendarEntry entry) {
        String[] parts = STANDS_IN.split(entry.summary(), 2);
        Set<String> away = named(parts[0]);
        String substitute = parts.length < 2 ? null : only(named(parts[1])).orElse(null);
        if (away.size() > 1) {
            return new Meant(null, null, "it names more than one of the house");
        }
        return only(away)
                .or(() -> entry.organizer().flatMap(this::find))
                .map(person -> new Meant(person, person.equals(substitute) ? null : substitute, null))
                .orElseGet(() -> new Meant(null, null, "it names nobody of the house"));
    }

    private Optional<String> find(CalendarPerson guest) {
        return Optional.ofNullable(byAddress.get(guest.address()))
                .or(() -> all.stream()
                        .map(Person::id)
                        .filter(guest.address()::equals)
                        .findFirst())
                .or(() -> only(named(guest.name())));
    }

    /** The ids of all whose address or full name is in a text, whatever the order of the name and its accents. */
    private Set<String> named(String text) {
        Set<String> found = new LinkedHashSet<>();
        List<String> left = new ArrayList<>(spellings(text));
        all.stream()
                // who is called Ann Lee-Hart is not Ann Lee
                .sorted(Comparator.comparing((Person person) -> -person.name().length()))
                .forEach(person -> {
                    Pattern names = names(person);
                    if (left.stream().anyMatch(it -> names.matcher(it).find())) {
                        found.add(person.id());
                        String same = plain(person.name());
                        boolean shared = all.stream()
                                        .filter(it -> plain(it.name()).equals(same))
                                        .count()
                                > 1;
                        if (!shared) {
                            left.replaceAll(it -> names.matcher(it).replaceAll("|"));
                        }
                    }
                });
        return found;
    }

    private static Pattern names(Person person) {
        Stream<String> names = spellings(person.name()).stream().flatMap(name -> {
            int last = name.lastIndexOf(' ');
            return last < 0 ? Stream.of() : Stream.of(name, name.substring(last + 1) + ",? " + name.substring(0, last));
        });
        Stream<String> address =
                Stream.ofNullable(person.email()).filter(it -> !it.isBlank()).map(it -> Pattern.quote(plain(it)));
        // an id such as mark may be a word
        Stream<String> id =
                person.id().matches(".*[^\\p{L}].*") ? Stream.of(Pattern.quote(plain(person.id()))) : Stream.of();
        String any = Stream.of(names, address, id).flatMap(it -> it).collect(Collectors.joining("|"));
        return Pattern.compile(any.isEmpty() ? "(?!)" : WORD.formatted("(?:" + any + ")"));
    }

    /** Without accents, once as they are left out and once as Germans write them out. */
    private static Set<String> spellings(String text) {
        String german = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return new LinkedHashSet<>(List.of(plain(text), plain(german)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Optional<String> only(Set<String> found) {
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static String called(CalendarPerson guest) {
        return guest.address().isBlank() ? "'" + guest.name() + "'" : guest.address();
    }
}
