package org.batonrelay.absence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Refusal;
import org.batonrelay.team.People;
import org.batonrelay.team.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may be away when, and with whom standing in. One absence is noted after the other, so that no two that are noted
 * at once point at each other.
 */
@Component
@Transactional(noRollbackFor = Refusal.class)
public class AbsencePlan {

    private static final String TURN = "absences";

    private final Absences absences;
    private final AbsenceRules rules;
    private final People people;
    private final BusinessCalendar calendar;
    private final Turns turns;

    AbsencePlan(Absences absences, AbsenceRules rules, People people, BusinessCalendar calendar, Turns turns) {
        this.absences = absences;
        this.rules = rules;
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
            String notedBy,
            @Nullable String feedUid) {
        turns.take(TURN);
        Absence absence = planned(person, firstDay, lastDay, substitute, notedBy, feedUid);
        check(absence);
        absences.add(absence);
        return absence;
    }

    /** @throws Refusal with a sentence about what does not add up */
    void check(Absence absence) {
        rules.check(absence);
    }

    /** As it would be taken down. */
    Absence planned(
            @Nullable String person,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable String substitute,
            String notedBy,
            @Nullable String feedUid) {
        String who = person == null ? notedBy : person;
        String team = people.teamOf(who);
        return new Absence(
                UUID.randomUUID().toString(),
                who,
                firstDay,
                lastDay,
                calendar.at(firstDay, LocalTime.MIDNIGHT, team),
                calendar.at(lastDay.plusDays(1), LocalTime.MIDNIGHT, team),
                substitute,
                notedBy,
                feedUid);
    }

    /** They are back. */
    public Absence end(String id) {
        Absence absence = absences.get(id);
        absences.end(absence, calendar.today(people.teamOf(absence.person())));
        return absence;
    }
}
