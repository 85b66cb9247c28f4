package org.batonrelay.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.Sent;
import org.batonrelay.engine.deployment.SentFile;
import org.springframework.stereotype.Component;

/**
 * A form has only what this Tasklist can show: it draws forms as form-js 1.8.7 does, and one field that it does not
 * know makes the whole form fail, so that nobody can open or complete a task with it.
 */
@Component
class FormsCanBeShown implements DeploymentRule {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> SHOWN = Set.of(
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "image",
            "separator",
            "spacer",
            "group",
            "table",
            "expression",
            "html",
            "iframe",
            "button");

    private static final Set<String> DATES = Set.of("date", "datetime", "");

    private final KnownVariables variables;

    FormsCanBeShown(KnownVariables variables) {
        this.variables = variables;
    }

    @Override
    public List<String> faults(Sent sent) {
        return sent.ofKind("form").flatMap(file -> faults(file).stream()).toList();
    }

    private List<String> faults(SentFile file) {
        JsonNode form;
        try {
            form = JSON.readTree(file.content());
        } catch (JsonProcessingException e) {
            return List.of(file.fileName() + ": cannot be read as a form (line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
                    + "). Open it in Modeler, save it, and deploy it again.");
        } catch (IOException e) {
            return List.of(file.fileName() + ": cannot be read as a form. Open it in Modeler, save it, and deploy it"
                    + " again.");
        }
        List<String> faults = new ArrayList<>();
        if (!form.isObject() || form.path("id").asText("").isBlank()) {
            faults.add(file.fileName() + ": has no id, by which tasks find it. Click beside all fields in Modeler and"
                    + " give the form an ID.");
        }
        look(file, form, faults);
        return faults;
    }

    private void look(SentFile file, JsonNode parent, List<String> faults) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            String at = file.fileName() + ", '" + label(component) + "': ";
            if (!SHOWN.contains(type)) {
                faults.add(at + "Tasklist cannot show a field of the kind '" + type
                        + "', and would show nothing of this" + " form to anybody. " + instead(type));
            }
            if (type.equals("datetime")
                    && DATES.contains(component.path("subtype").asText(""))
                    && variables.moments().contains(component.path("key").asText())) {
                faults.add(
                        at + "'" + component.path("key").asText() + "' is a moment that Baton works out; a date field"
                                + " would show it empty and erase it. Give the field a key of its own, or show the moment in a"
                                + " text.");
            }
            look(file, component, faults);
        }
    }

    private static String instead(String type) {
        return switch (type) {
            case "filepicker", "documentPreview" ->
                "Take it out: files come by mail or by the client's page, and lie in the tab 'Lead'.";
            case "dynamiclist" -> "Take it out, and let people write one line each into a text area.";
            default -> "Choose another kind of field in Modeler.";
        };
    }

    private static String label(JsonNode component) {
        for (String name : List.of("label", "dateLabel", "timeLabel", "title", "key", "id")) {
            String said = component.path(name).asText("").strip();
            if (!said.isEmpty()) {
                return said;
            }
        }
        return component.path("type").asText("?");
    }
}
