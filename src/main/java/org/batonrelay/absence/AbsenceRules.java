package org.batonrelay.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Partners;
import org.batonrelay.engine.Refusal;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** What adds up in an absence: who notes whose, the days, and whether somebody is left to stand in. */
@Component
class AbsenceRules {

    private final Absences absences;
    private final People people;
    private final BusinessCalendar calendar;

    AbsenceRules(Absences absences, People people, BusinessCalendar calendar) {
        this.absences = absences;
        this.people = people;
        this.calendar = calendar;
    }

    /** @throws Refusal with a sentence about what does not add up */
    void check(Absence absence) {
        checkPerson(absence);
        checkDays(absence);
        checkSubstitute(absence);
    }

    private void checkPerson(Absence absence) {
        boolean own = absence.person().equals(absence.notedBy());
        if (!own && absence.feedUid() == null && !people.isIn(absence.notedBy(), "manager")) {
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
        if (absence.lastDay().isBefore(today(absence))) {
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
        if (!Partners.isOfTheHouse(people.groupsOf(substitute))
                && Collections.disjoint(people.groupsOf(substitute), people.groupsOf(absence.person()))) {
            throw new Refusal(
                    "\"Substitute\": " + substitute
                            + " is not of the house and would get what is not shared with them. Name somebody else, or nobody.");
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

    private LocalDate today(Absence absence) {
        return calendar.today(people.teamOf(absence.person()));
    }
}
