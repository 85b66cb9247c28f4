package org.batonrelay.deal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.springframework.stereotype.Component;

/** What a meeting is about. Its first point is always to go through what was agreed, so that nobody has to repeat it. */
@Component
class Agenda {

    private static final Map<String, String> ENGLISH = titles(
            "Current situation", "Business priorities", "Competition", "Timeline", "Decision process", "Next steps");
    private static final Map<String, String> GERMAN = titles(
            "Aktuelle Situation",
            "Geschäftliche Ziele",
            "Wettbewerb",
            "Zeitplan",
            "Entscheidungsweg",
            "Nächste Schritte");

    private final Summaries summaries;

    Agenda(Summaries summaries) {
        this.summaries = summaries;
    }

    /** The headings of the agreed text, or else of the newest, with what stands under them. */
    List<Map<String, String>> firstPoint(LeadReference reference, Locale language) {
        return summaries.of(reference).stream()
                .findFirst()
                .map(newest -> summaries.lastAgreed(reference).orElse(newest))
                .map(summary -> headings(summary, language))
                .orElse(List.of());
    }

    /** The same as plain text, for a calendar. */
    String inWords(LeadReference reference, Locale language) {
        boolean german = language.getLanguage().equals("de");
        String noted = firstPoint(reference, language).stream()
                .map(point -> "   " + point.get("title") + ": " + point.get("text"))
                .collect(Collectors.joining("\n"));
        return (german ? "1. Wir gehen durch, was wir festgehalten haben" : "1. We go through what we noted")
                + (noted.isEmpty() ? "" : ":\n" + noted)
                + (german
                        ? "\n2. Ihre Fragen\n3. Nächster Schritt mit Datum"
                        : "\n2. Your questions\n3. Next step and its date");
    }

    private static List<Map<String, String>> headings(Summary summary, Locale language) {
        Map<String, String> titles = language.getLanguage().equals("de") ? GERMAN : ENGLISH;
        return summary.headings().byName().entrySet().stream()
                .filter(heading -> heading.getValue() != null)
                .map(heading -> Map.of("title", titles.get(heading.getKey()), "text", heading.getValue()))
                .toList();
    }

    private static Map<String, String> titles(
            String situation, String priorities, String competition, String timeline, String decision, String next) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("currentSituation", situation);
        titles.put("businessPriorities", priorities);
        titles.put("competition", competition);
        titles.put("timeline", timeline);
        titles.put("decisionProcess", decision);
        titles.put("nextSteps", next);
        return titles;
    }
}
