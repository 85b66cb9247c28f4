package org.batonrelay.absence;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Refusal;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Takes down what the start form says, in the transaction of whoever sends it: what does not add up starts nothing. */
@Component
class NoteAbsence implements JavaDelegate {

    private final AbsencePlan plan;
    private final People people;

    NoteAbsence(AbsencePlan plan, People people) {
        this.plan = plan;
        this.people = people;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Absence absence = plan.note(
                text(execution, "person"),
                day(execution, "firstDay", "First day"),
                day(execution, "lastDay", "Last day"),
                text(execution, "substitute"),
                by(),
                text(execution, "feedUid"));
        execution.setProcessBusinessKey("absence-" + absence.person());
        execution.setVariables(Map.of(
                "absenceId", absence.id(),
                "person", absence.person(),
                "away", inWords(absence),
                "enders", absence.person() + ",group:manager",
                "startsAt", Date.from(absence.startsAt()),
                "endsAt", Date.from(absence.endsAt())));
    }

    private String inWords(Absence absence) {
        return people.person(absence.person()).map(Person::name).orElse(absence.person()) + " is away from "
                + WrittenDates.day(absence.firstDay()) + " to " + WrittenDates.day(absence.lastDay());
    }

    private static String by() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody == null ? AbsenceFeed.NAME.value() : somebody.getName();
    }

    private static LocalDate day(DelegateExecution execution, String field, String label) {
        String day = text(execution, field);
        if (day == null) {
            throw new Refusal("\"" + label + "\": name a day.");
        }
        return LocalDate.parse(day.substring(0, 10));
    }

    private static @Nullable String text(DelegateExecution execution, String field) {
        Object said = execution.getVariable(field);
        return said == null || said.toString().isBlank()
                ? null
                : said.toString().strip();
    }
}
