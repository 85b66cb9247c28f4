package org.batonrelay.baton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.batonrelay.engine.guard.PartnersSight;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.stereotype.Component;

/** The variables of a task as a partner may see them: those of the offer, and what stands for a shared field. */
@Component
class SightOfPartners implements PartnersSight {

    private static final Set<String> ON_EACH_ROW =
            Set.of(Variables.REFERENCE, Variables.ORGANISATION, Variables.LEG, Variables.ABOUT);

    /** Of the exchange, or written to whoever has the task. */
    private static final Set<String> ALWAYS = Set.of(
            Variables.REFERENCE,
            Variables.ORGANISATION,
            Variables.LEG,
            Variables.EXCHANGE,
            Variables.PRIORITY,
            Variables.ABOUT,
            "readyOn",
            "question",
            "askedBy",
            "promise",
            "outcome");

    /** By which field's name each variable is shared that a form starts from. */
    private static final Map<String, String> NAMES = SharedFields.withFacts(Map.ofEntries(
            Map.entry("currentSituation", "summary"),
            Map.entry("businessPriorities", "summary"),
            Map.entry("competition", "summary"),
            Map.entry("timeline", "summary"),
            Map.entry("decisionProcess", "summary"),
            Map.entry("nextSteps", "summary"),
            Map.entry("nextStepOn", "summary"),
            Map.entry("announced", "summary"),
            Map.entry("correction", "summary"),
            Map.entry("answered", "summary"),
            Map.entry("promises", "promises"),
            Map.entry("flags", "flags"),
            Map.entry("passReason", "flags"),
            Map.entry("meetingOn", "meetings"),
            Map.entry("contactName", "contacts"),
            Map.entry("contactEmail", "contacts"),
            Map.entry("contactRole", "contacts"),
            Map.entry("unreachableName", "contacts")));

    private static final TypeReference<Map<String, Object>> CARD = new TypeReference<>() {};

    private final SharedFields fields;
    private final ObjectMapper json;

    SightOfPartners(SharedFields fields, ObjectMapper json) {
        this.fields = fields;
        this.json = json;
    }

    @Override
    public Set<String> onEachRow() {
        return ON_EACH_ROW;
    }

    @Override
    public VariableMap of(String reader, VariableMap variables) {
        VariableMap seen = org.camunda.bpm.engine.variable.Variables.createVariables();
        Object reference = variables.get(Variables.REFERENCE);
        if (reference == null) {
            return seen; // no lead's task is theirs to read but one of a lead
        }
        Shared shared = fields.with(reader, new LeadReference(reference.toString()));
        Predicate<String> isShared =
                name -> ALWAYS.contains(name) || NAMES.containsKey(name) && shared.shows(NAMES.get(name));
        variables.keySet().stream()
                .filter(isShared)
                .forEach(name -> seen.putValueTyped(name, variables.<TypedValue>getValueTyped(name)));
        if (variables.getValueTyped(Variables.CARD) instanceof JsonValue card && card.getValueSerialized() != null) {
            seen.putValueTyped(Variables.CARD, card(card.getValueSerialized(), shared));
        }
        return seen;
    }

    private JsonValue card(String written, Shared shared) {
        try {
            Map<String, Object> seen = SharedCard.of(json.readValue(written, CARD), shared);
            return SpinValues.jsonValue(json.writeValueAsString(seen)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the house has written this card itself", e);
        }
    }
}
