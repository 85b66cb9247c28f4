package org.batonrelay.relay;

import static org.batonrelay.baton.Variables.textOrNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.batonrelay.baton.Variables;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.NewLead;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Reads a lead from the variables that started its relay: one object from a program, the form's fields from a person. */
final class ReportedLead {

    private static final String NOTE = "note";

    private static final List<String> FIELDS = List.of(
            "name",
            "email",
            "organisation",
            "phone",
            "role",
            "country",
            "language",
            "segment",
            "source",
            "campaign",
            "message",
            "knows",
            "spokenWith",
            "needs",
            "contactNotBefore",
            "wantsContact");

    private ReportedLead() {}

    static NewLead in(DelegateExecution start) {
        if (start.getVariable(RelayVariables.NEW_LEAD) instanceof NewLead lead) {
            return lead;
        }
        return new NewLead(
                orEmpty(start, "name"),
                orEmpty(start, "email"),
                orEmpty(start, "organisation"),
                textOrNull(start, "phone"),
                textOrNull(start, "role"),
                textOrNull(start, "country"),
                textOrNull(start, "language"),
                textOrNull(start, "segment"),
                textOrNull(start, "source"),
                textOrNull(start, "campaign"),
                textOrNull(start, "message"),
                textOrNull(start, "knows"),
                textOrNull(start, "spokenWith"),
                textOrNull(start, "needs"),
                date(textOrNull(start, "contactNotBefore")),
                Variables.isTrue(start, "wantsContact"));
    }

    static @Nullable String note(DelegateExecution start) {
        return textOrNull(start, NOTE);
    }

    static @Nullable String nextSteps(DelegateExecution start) {
        return textOrNull(start, RelayVariables.NEXT_STEPS);
    }

    /** The lead's own tables hold it from now on; a second copy in the engine would only grow old. */
    static void forget(DelegateExecution start) {
        start.removeVariables(FIELDS);
        start.removeVariable(NOTE);
        start.removeVariable(RelayVariables.NEXT_STEPS);
        start.removeVariable(RelayVariables.NEW_LEAD);
    }

    private static String orEmpty(DelegateExecution start, String field) {
        String text = textOrNull(start, field);
        return text == null ? "" : text;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal("\"Nobody calls before\" is not a date: " + text + ". Please write it as 2026-12-24.");
        }
    }
}
