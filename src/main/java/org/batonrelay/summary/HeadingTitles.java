package org.batonrelay.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the headings of a summary are called, as the process owner has deployed it in
 * {@code forms/texts/summary-headings.txt}; a leg can have headings of its own. Where the file says nothing, or nothing
 * that a summary can be read by, the usual ones count: no mail waits for a file.
 */
@Component
public class HeadingTitles {

    private static final String FILE = "forms/texts/summary-headings.txt";

    private final DeployedTexts texts;

    HeadingTitles(DeployedTexts texts) {
        this.texts = texts;
    }

    /** Titles by the names of the fields, in the order in which people read them; in German, or else in English. */
    public Map<String, String> of(String leg, Locale language) {
        String spoken = language.getLanguage().equals("de") ? "de" : "en";
        List<String> lines = texts.latest(FILE).map(it -> it.lines().toList()).orElse(List.of());
        return part(lines, "[" + leg + " " + spoken + "]")
                .or(() -> part(lines, "[" + spoken + "]"))
                .orElseGet(() -> Headings.titles(language));
    }

    /** Of one summary: what it says under a heading that its leg does not name is shown all the same. */
    public Map<String, String> of(Summary summary, Locale language) {
        Map<String, String> titles = new LinkedHashMap<>(of(summary.leg(), language));
        Map<String, String> usual = Headings.titles(language);
        summary.headings().byName().forEach((name, text) -> {
            if (text != null) {
                titles.putIfAbsent(name, String.valueOf(usual.get(name)));
            }
        });
        return titles;
    }

    /** For forms, with title and text; empty where the headings are those that every form has. */
    Optional<List<Map<String, String>>> said(Summary summary) {
        Map<String, String> titles = of(summary, Locale.ENGLISH);
        Map<String, @Nullable String> texts = summary.headings().byName();
        return titles.equals(Headings.titles(Locale.ENGLISH))
                ? Optional.empty()
                : Optional.of(titles.entrySet().stream()
                        .map(title -> Map.of(
                                "name",
                                title.getKey(),
                                "title",
                                title.getValue(),
                                "text",
                                Objects.requireNonNullElse(texts.get(title.getKey()), "not discussed yet")))
                        .toList());
    }

    private static Optional<Map<String, String>> part(List<String> lines, String name) {
        Map<String, String> titles = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : lines.stream().map(String::strip).toList()) {
            int middle = line.indexOf('=');
            if (line.startsWith("[")) {
                inside = line.equals(name);
            } else if (inside && !line.startsWith("#") && middle > 0) {
                titles.put(
                        line.substring(0, middle).strip(),
                        line.substring(middle + 1).strip());
            }
        }
        titles.keySet().retainAll(Headings.titles(Locale.ENGLISH).keySet());
        titles.values().removeIf(String::isEmpty);
        boolean readable = titles.containsKey("currentSituation") && titles.containsKey("nextSteps");
        return readable ? Optional.of(titles) : Optional.empty();
    }
}
