package org.batonrelay.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.engine.deployment.SentFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What the models and forms of this build call their process variables. */
@Component
class KnownVariables {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.'\"-])[a-zA-Z_]\\w*");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Set<String> TIMES = Set.of("timeDate", "timeDuration", "timeCycle");

    private @Nullable Set<String> all;
    private @Nullable Set<String> moments;

    Set<String> ofThisBuild() {
        Set<String> found = all;
        if (found == null) {
            found = SentFile.ofThisBuild().stream()
                    .flatMap(file -> in(file).stream())
                    .collect(Collectors.toUnmodifiableSet());
            all = found;
        }
        return found;
    }

    /**
     * Those that Baton sets to a moment in time for timers and due dates of its own models; no form of its own fills
     * them.
     */
    Set<String> moments() {
        Set<String> found = moments;
        if (found == null) {
            Set<String> timers = new HashSet<>();
            SentFile.ofThisBuild().stream()
                    .filter(file -> file.kind().equals("bpmn"))
                    .map(Drawing::of)
                    .flatMap(Drawing::all)
                    .forEach(element -> timers.addAll(times(element)));
            SentFile.ofThisBuild().stream()
                    .filter(file -> file.kind().equals("form"))
                    .forEach(form -> timers.removeAll(in(form)));
            found = Set.copyOf(timers);
            moments = found;
        }
        return found;
    }

    private static Set<String> times(Element element) {
        Stream<String> said = TIMES.contains(element.getLocalName())
                ? Stream.of(element.getTextContent())
                : Stream.of(
                        element.getAttributeNS(ModelWords.CAMUNDA, "dueDate"),
                        element.getAttributeNS(ModelWords.CAMUNDA, "followUpDate"));
        return said.flatMap(KnownVariables::named).collect(Collectors.toSet());
    }

    /** Of a model or form; none of any other file. */
    static Set<String> in(SentFile file) {
        return switch (file.kind()) {
            case "bpmn" -> ofModel(Drawing.of(file));
            case "form" -> ofForm(file);
            default -> Set.of();
        };
    }

    private static Set<String> ofModel(Drawing model) {
        Set<String> found = new LinkedHashSet<>();
        model.all().forEach(element -> {
            Drawing.attributes(element).stream()
                    .filter(it -> !"delegateExpression".equals(it.getLocalName()))
                    .flatMap(it -> named(it.getValue()))
                    .forEach(found::add);
            named(Drawing.text(element)).forEach(found::add);
            if (ModelWords.CAMUNDA.equals(element.getNamespaceURI())) {
                Stream.of("source", "target", "name")
                        .map(element::getAttribute)
                        .filter(it -> !it.isEmpty())
                        .forEach(found::add);
            }
        });
        return found;
    }

    private static Stream<String> named(String text) {
        Matcher expressions = EXPRESSION.matcher(text);
        return expressions
                .results()
                .map(it -> TEXT.matcher(it.group(1)).replaceAll(" "))
                .flatMap(it -> WORD.matcher(it).results().map(word -> word.group()));
    }

    private static Set<String> ofForm(SentFile file) {
        Set<String> keys = new LinkedHashSet<>();
        try {
            keys(JSON.readTree(file.content()), keys);
        } catch (JsonProcessingException e) {
            return Set.of();
        } catch (java.io.IOException e) {
            return Set.of();
        }
        return keys;
    }

    private static void keys(JsonNode parent, Set<String> keys) {
        for (JsonNode component : parent.path("components")) {
            if (component.hasNonNull("key")) {
                keys.add(component.path("key").asText());
            }
            keys(component, keys);
        }
    }
}
