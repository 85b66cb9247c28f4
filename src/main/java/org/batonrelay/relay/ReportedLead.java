package org.batonrelay.relay;

import static org.batonrelay.baton.Variables.textOrNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.batonrelay.baton.Variables;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Reads a lead from the variables that started its relay: one object from a program, the form's fields from a person. */
final class ReportedLead {

    private static final String NOTE = "note";

    private ReportedLead() {}

    static NewLead in(DelegateExecution start) {
        if (start.getVariable(RelayVariables.NEW_LEAD) instanceof NewLead lead) {
            return lead;
        }
        NewLead lead = new NewLead(Map.of());
        for (LeadField field : LeadField.values()) {
            lead = lead.with(
                    field,
                    switch (field.kind()) {
                        case DAY -> date(textOrNull(start, field.key()));
                        case YES_OR_NO -> Variables.isTrue(start, field.key());
                        default -> textOrNull(start, field.key());
                    });
        }
        return lead;
    }

    static @Nullable String note(DelegateExecution start) {
        return textOrNull(start, NOTE);
    }

    static @Nullable String nextSteps(DelegateExecution start) {
        return textOrNull(start, RelayVariables.NEXT_STEPS);
    }

    /** The lead's own tables hold it from now on; a second copy in the engine would only grow old. */
    static void forget(DelegateExecution start) {
        start.removeVariables(
                Arrays.stream(LeadField.values()).map(LeadField::key).toList());
        start.removeVariable(NOTE);
        start.removeVariable(RelayVariables.NEXT_STEPS);
        start.removeVariable(RelayVariables.NEW_LEAD);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal("\"Nobody calls before\" is not a date: " + text + ". Please write it as 2026-12-24.");
        }
    }
}
