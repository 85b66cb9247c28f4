package org.batonrelay.absence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.team.People;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is away, and who stands in for them. One statement a question, however many people it is about. */
@Repository
@Transactional
public class Absences {

    private static final RowMapper<Absence> ROWS = RecordRows.of(Absence.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;

    Absences(JdbcClient jdbc, Clock clock, People people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
    }

    /** Everybody who is away now. */
    public List<Absence> now() {
        return select("where starts_at <= :now and ends_at > :now", Map.of("now", utc(clock.instant())));
    }

    public Optional<Absence> of(String person) {
        return now().stream().filter(it -> it.person().equals(person)).findFirst();
    }

    /** Those of these people who are away now, and from when to when. */
    public Map<String, Absence> among(Collection<String> persons) {
        return now().stream()
                .filter(it -> persons.contains(it.person()))
                .collect(Collectors.toMap(Absence::person, Function.identity(), (a, b) -> a));
    }

    /**
     * Who stands in for somebody who is away now: their substitute, or where that one is away as well the substitute's,
     * and so on. Empty for somebody who is here, and when nobody is left.
     */
    public Optional<String> standInFor(String person) {
        Map<String, Absence> away =
                now().stream().collect(Collectors.toMap(Absence::person, Function.identity(), (a, b) -> a));
        Set<String> asked = new HashSet<>();
        String one = person;
        while (away.containsKey(one) && asked.add(one)) {
            String next = away.get(one).substitute();
            if (next == null) {
                return Optional.empty();
            }
            one = next;
        }
        return away.containsKey(one) || one.equals(person) || !people.isWorking(one)
                ? Optional.empty()
                : Optional.of(one);
    }

    /** The days on which this person is not here, today and later. */
    public Predicate<LocalDate> daysOff(String person) {
        List<Absence> all = select(
                "where person = :person and ends_at > :now", Map.of("person", person, "now", utc(clock.instant())));
        return date -> all.stream().anyMatch(it -> it.covers(date));
    }

    /** Of everybody, now and to come. */
    public List<Absence> notYetOver() {
        return select("where ends_at > :now", Map.of("now", utc(clock.instant())));
    }

    /** What the calendar feed has told of, over or not. */
    List<Absence> fromFeed() {
        return select("where feed_uid is not null", Map.of());
    }

    /** What people have noted, over or not. */
    List<Absence> notedByPeople() {
        return select("where feed_uid is null", Map.of());
    }

    Absence get(String id) {
        return select("where id = :id", Map.of("id", id)).get(0);
    }

    void add(Absence absence) {
        jdbc.sql(
                        "insert into absence (id, person, first_day, last_day, starts_at, ends_at, substitute, noted_by,"
                                + " feed_uid)"
                                + " values (:id, :person, :firstDay, :lastDay, :startsAt, :endsAt, :substitute, :notedBy, :feedUid)")
                .param("id", absence.id())
                .param("person", absence.person())
                .param("firstDay", absence.firstDay())
                .param("lastDay", absence.lastDay())
                .param("startsAt", utc(absence.startsAt()))
                .param("endsAt", utc(absence.endsAt()))
                .param("substitute", absence.substitute())
                .param("notedBy", absence.notedBy())
                .param("feedUid", absence.feedUid())
                .update();
    }

    /** They are back, by date or early; nothing when they have been for a while. */
    void end(Absence absence, LocalDate today) {
        jdbc.sql("update absence set ends_at = :now, last_day = :lastDay where id = :id and ends_at > :now")
                .param("now", utc(clock.instant()))
                .param("lastDay", today.minusDays(1))
                .param("id", absence.id())
                .update();
    }

    private List<Absence> select(String where, Map<String, ?> values) {
        return jdbc.sql("select * from absence " + where + " order by starts_at, id")
                .params(values)
                .query(ROWS)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
