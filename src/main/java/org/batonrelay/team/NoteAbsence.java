package org.batonrelay.team;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.batonrelay.engine.Refusal;
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

    NoteAbsence(AbsencePlan plan) {
        this.plan = plan;
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
                "enders", absence.person() + ",group:manager",
                "startsAt", Date.from(absence.startsAt()),
                "endsAt", Date.from(absence.endsAt())));
    }

    private static String by() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody == null ? AbsenceFeed.NAME : somebody.getName();
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
