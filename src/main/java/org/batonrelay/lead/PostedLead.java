package org.batonrelay.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.lead.InvalidLead.Fault;
import org.jspecify.annotations.Nullable;

/** Reads a lead from JSON, and notes what is no field of it or not of the right type, instead of stopping at the first. */
final class PostedLead {

    private static final int LONGEST_ECHO = 60;
    private static final int MOST_FAULTS = 50;

    private final JsonNode json;
    private final List<Fault> faults = new ArrayList<>();

    PostedLead(JsonNode json) {
        this.json = json;
    }

    /** @throws InvalidLead naming everything that is wrong at once, by type and by rule */
    NewLead read(LeadRules rules) {
        Map<LeadField, Object> said = new EnumMap<>(LeadField.class);
        Set<String> fields = new HashSet<>();
        for (LeadField field : LeadField.values()) {
            fields.add(field.key());
            Object value = switch (field.kind()) {
                case DAY -> day(field.key());
                case YES_OR_NO -> yesOrNo(field.key());
                default -> text(field.key());
            };
            if (value != null) {
                said.put(field, value);
            }
        }
        json.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !fields.contains(name))
                .limit(MOST_FAULTS)
                .forEach(name -> faults.add(new Fault(shortened(name), "A lead has no field of this name.")));
        Set<String> known = Set.copyOf(faults.stream().map(Fault::field).toList());
        NewLead tidied = new NewLead(said).tidied();
        rules.faults(tidied).stream()
                .filter(fault -> !known.contains(fault.field()))
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new InvalidLead(faults);
        }
        return tidied;
    }

    private @Nullable String text(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.textValue() : wrong(field, "must be a text");
    }

    private @Nullable Boolean yesOrNo(String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isBoolean() ? Boolean.valueOf(value.booleanValue()) : wrong(field, "must be true or false");
    }

    private @Nullable LocalDate day(String field) {
        String text = text(field);
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return wrong(field, "must be a date such as 2026-12-24");
        }
    }

    private <T> @Nullable T wrong(String field, String must) {
        faults.add(new Fault(field, "This " + must + "."));
        return null;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_ECHO ? name : name.substring(0, LONGEST_ECHO) + "…";
    }
}
