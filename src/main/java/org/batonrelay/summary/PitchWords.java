package org.batonrelay.summary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.springframework.stereotype.Component;

/**
 * The words of an advertisement, as the process owner has deployed them in {@code forms/texts/pitch-words.txt}: the form
 * of a summary warns of them before it is sent. Without the file it warns of none.
 */
@Component
class PitchWords {

    /** What the forms look for, with semicolons between. */
    static final String VARIABLE = "pitchWords";

    private static final String FILE = "forms/texts/pitch-words.txt";
    /** The engine's column takes no more. */
    private static final int LONGEST = 3900;

    private final DeployedTexts texts;

    PitchWords(DeployedTexts texts) {
        this.texts = texts;
    }

    String inOneLine() {
        List<String> lines = texts.latest(FILE).map(it -> it.lines().toList()).orElse(List.of());
        String words = lines.stream()
                .map(line ->
                        line.strip().toLowerCase(Locale.ROOT).replace('-', ' ').replace(";", ""))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .distinct()
                .collect(Collectors.joining(";"));
        return words.length() <= LONGEST ? words : words.substring(0, words.lastIndexOf(';', LONGEST));
    }
}
