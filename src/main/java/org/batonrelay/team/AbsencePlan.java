package org.batonrelay.team;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be away when, and with whom standing in. One absence is noted after the other, so that no two that are noted
 * at once point at each other.
 */
@Component
@Transactional
public class AbsencePlan {

    private static final String TURN = "absences";

    private final Absences absences;
    private final People people;
    private final BusinessCalendar calendar;
    private final Turns turns;

    AbsencePlan(Absences absences, People people, BusinessCalendar calendar, Turns turns) {
        this.absences = absences;
        this.people = people;
        this.calendar = calendar;
        this.turns = turns;
    }

    /**
     * Takes an absence down. It counts from the first minute of the first day to the last of the last, in the time
     * zone of the person's team.
     *
     * @param person a user id; null for whoever notes it
     * @throws Refusal with a sentence about what does not add up
     */
    public Absence note(
            @Nullable String person,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String substitute,
            String notedBy) {
        turns.take(TURN);
        String who = person == null ? notedBy : person;
        String team = teamOf(who);
        Absence absence = new Absence(
                UUID.randomUUID().toString(),
                who,
                firstDay,
                lastDay,
                calendar.at(firstDay, LocalTime.MIDNIGHT, team),
                calendar.at(lastDay.plusDays(1), LocalTime.MIDNIGHT, team),
                substitute,
                notedBy);
        checkPerson(absence);
        checkDays(absence);
        checkSubstitute(absence);
        absences.add(absence);
        return absence;
    }

    /** They are back. */
    public Absence end(String id) {
        Absence absence = absences.get(id);
        absences.end(absence, calendar.today(teamOf(absence.person())));
        return absence;
    }

    private void checkPerson(Absence absence) {
        if (!absence.person().equals(absence.notedBy()) && !people.isIn(absence.notedBy(), "manager")) {
            throw new Refusal("\"Who\": only a manager notes somebody else's absence. Leave it empty for your own.");
        }
        if (!people.isWorking(absence.person())) {
            throw new Refusal("\"Who\": " + nobody(absence.person()) + " Name a user id such as ae-1.");
        }
    }

    private void checkDays(Absence absence) {
        if (absence.lastDay().isBefore(absence.firstDay())) {
            throw new Refusal("\"Last day\": " + absence.lastDay() + " is before the first day, " + absence.firstDay()
                    + ". Change one of the two.");
        }
        if (absence.lastDay().isBefore(calendar.today(teamOf(absence.person())))) {
            throw new Refusal("\"Last day\": " + absence.lastDay() + " is over; there is nothing to hand over any more."
                    + " Name today or a later day.");
        }
        meeting(absence).stream()
                .filter(other -> other.person().equals(absence.person()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal(absence.person() + " is away " + other.days()
                            + " already. End that absence first, or name other days.");
                });
    }

    private void checkSubstitute(Absence absence) {
        String substitute = absence.substitute();
        if (substitute == null) {
            return;
        }
        if (substitute.equals(absence.person())) {
            throw new Refusal("\"Substitute\": nobody stands in for themselves. Name somebody else, or nobody.");
        }
        if (!people.isWorking(substitute)) {
            throw new Refusal("\"Substitute\": " + nobody(substitute) + " Name somebody else, or nobody.");
        }
        List<Absence> then = meeting(absence);
        List<String> chain = chain(absence, then);
        if (chain.get(chain.size() - 1).equals(absence.person())) {
            throw new Refusal("\"Substitute\": " + String.join(" → ", chain)
                    + ": these absences point at each other, so that nobody would be left. Name somebody else, or"
                    + " nobody.");
        }
        then.stream()
                .filter(other -> other.person().equals(substitute))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal("\"Substitute\": " + substitute + " is away " + other.days()
                            + ". Name somebody who is here then, or nobody.");
                });
    }

    /** From the absent person to their substitute, the substitute's, and so on, until somebody is here or comes again. */
    private static List<String> chain(Absence absence, List<Absence> then) {
        List<String> chain = new ArrayList<>(List.of(absence.person()));
        String next = absence.substitute();
        while (next != null) {
            boolean again = chain.contains(next);
            chain.add(next);
            String one = next;
            next = again
                    ? null
                    : then.stream()
                            .filter(other -> other.person().equals(one))
                            .findFirst()
                            .map(Absence::substitute)
                            .orElse(null);
        }
        return chain;
    }

    private List<Absence> meeting(Absence absence) {
        return absences.notYetOver().stream().filter(absence::meets).toList();
    }

    private String nobody(String person) {
        return people.person(person).isPresent()
                ? person + " does not work here any more."
                : "there is nobody called '" + person + "'.";
    }

    private String teamOf(String person) {
        return people.teamsOf(person).stream().findFirst().orElse("");
    }
}
