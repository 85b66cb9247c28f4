package org.batonrelay.summary;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The six headings of a summary; null where nothing has been said yet. The names are those of the form's fields. */
public record Headings(
        String currentSituation,
        @Nullable String businessPriorities,
        @Nullable String competition,
        @Nullable String timeline,
        @Nullable String decisionProcess,
        String nextSteps) {

    /** What they are called, in the order in which people read them: in German, or else in English. */
    public static Map<String, String> titles(Locale language) {
        boolean german = language.getLanguage().equals("de");
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("currentSituation", german ? "Aktuelle Lage" : "Current situation");
        titles.put("businessPriorities", german ? "Geschäftliche Prioritäten" : "Business priorities");
        titles.put("competition", german ? "Wettbewerb" : "Competition");
        titles.put("timeline", german ? "Zeitplan" : "Timeline");
        titles.put("decisionProcess", german ? "Entscheidungsweg" : "Decision process");
        titles.put("nextSteps", german ? "Nächste Schritte" : "Next steps");
        return titles;
    }

    /** In the order in which people read them. Values may be null. */
    public Map<String, @Nullable String> byName() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("currentSituation", currentSituation);
        all.put("businessPriorities", businessPriorities);
        all.put("competition", competition);
        all.put("timeline", timeline);
        all.put("decisionProcess", decisionProcess);
        all.put("nextSteps", nextSteps);
        return all;
    }

    /** What somebody wrote under some headings, over these; an emptied required one keeps what it said. */
    public Headings with(Map<String, String> said) {
        BiFunction<String, @Nullable String, @Nullable String> now =
                (name, before) -> said.containsKey(name) ? trimmed(said.get(name)) : before;
        return new Headings(
                Objects.requireNonNullElse(now.apply("currentSituation", currentSituation), currentSituation),
                now.apply("businessPriorities", businessPriorities),
                now.apply("competition", competition),
                now.apply("timeline", timeline),
                now.apply("decisionProcess", decisionProcess),
                Objects.requireNonNullElse(now.apply("nextSteps", nextSteps), nextSteps));
    }

    /** Only what somebody wrote differently; how lines end and blanks around a text are no difference. */
    public Map<String, String> changesIn(Map<String, String> said) {
        Map<String, String> changes = new LinkedHashMap<>();
        byName().forEach((name, before) -> {
            String after = said.containsKey(name) ? trimmed(said.get(name)) : before;
            if (!Objects.equals(trimmed(before), after)) {
                changes.put(name, after == null ? "" : after);
            }
        });
        return changes;
    }

    static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
