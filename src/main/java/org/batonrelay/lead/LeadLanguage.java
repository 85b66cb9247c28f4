package org.batonrelay.lead;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.batonrelay.accounts.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The language in which a new client is written to: the one they name; else that of their words; else that of their
 * country; else the house's ({@code baton.language}).
 * Long because the words by which a language is told are written out.
 */
@Component
public class LeadLanguage {

    private static final Set<String> GERMAN = Set.of(
            "der",
            "die",
            "das",
            "und",
            "ich",
            "wir",
            "ist",
            "nicht",
            "mit",
            "für",
            "ein",
            "eine",
            "einen",
            "sie",
            "ihre",
            "ihr",
            "ihnen",
            "uns",
            "bitte",
            "haben",
            "hat",
            "sind",
            "wie",
            "was",
            "auf",
            "von",
            "zu",
            "zum",
            "zur",
            "den",
            "dem",
            "im",
            "am",
            "bei",
            "aus",
            "auch",
            "noch",
            "nur",
            "oder",
            "aber",
            "möchte",
            "möchten",
            "hätte",
            "hätten",
            "gerne",
            "gern",
            "danke",
            "vielen",
            "dank",
            "guten",
            "sehr",
            "kann",
            "können",
            "brauchen",
            "suchen",
            "unser",
            "unsere",
            "preisliste",
            "angebot",
            "interesse",
            "anfrage",
            "rückruf",
            "kosten",
            "über",
            "nach",
            "um",
            "hallo",
            "grüße",
            "interessiert",
            "messe",
            "termin",
            "seit",
            "wird",
            "werden",
            "kein",
            "keine");
    private static final Set<String> ENGLISH = Set.of(
            "the",
            "and",
            "is",
            "we",
            "you",
            "your",
            "with",
            "for",
            "our",
            "a",
            "an",
            "are",
            "not",
            "please",
            "of",
            "to",
            "i",
            "it",
            "this",
            "that",
            "have",
            "has",
            "would",
            "like",
            "need",
            "how",
            "what",
            "can",
            "could",
            "from",
            "at",
            "be",
            "us",
            "my",
            "do",
            "does",
            "price",
            "pricing",
            "quote",
            "interested",
            "looking",
            "thanks",
            "thank",
            "hello",
            "call",
            "about",
            "there",
            "they",
            "more",
            "know",
            "send",
            "want");
    private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");
    private static final Set<String> ENGLISH_SPEAKING =
            Set.of("GB", "US", "IE", "CA", "AU", "NZ", "ZA", "IN", "SG", "MT", "UK", "NG", "KE", "PH");

    private final String house;

    public LeadLanguage(LeadSettings settings) {
        String told = LanguageName.read(settings.language());
        if (told == null) {
            throw new IllegalArgumentException(
                    "baton.language: \"" + settings.language() + "\" is no language such as de or en");
        }
        house = told;
    }

    /** Never empty: somebody has to be written to in some language. */
    public String of(NewLead lead) {
        return told(lead).orElse(house);
    }

    /** What the lead itself tells. */
    Optional<String> told(NewLead lead) {
        String words = Stream.of(lead.get(LeadField.MESSAGE), lead.get(LeadField.NEEDS))
                .flatMap(text -> Optional.ofNullable(text).stream())
                .reduce("", (before, after) -> before + "\n" + after);
        return Optional.ofNullable(lead.get(LeadField.LANGUAGE))
                .or(() -> Optional.ofNullable(ofWords(words)))
                .or(() -> Optional.ofNullable(ofCountry(lead.get(LeadField.COUNTRY))));
    }

    /** The house's own. */
    String house() {
        return house;
    }

    static @Nullable String ofWords(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        long german = Stream.of(words).filter(GERMAN::contains).count()
                + (text.codePoints().anyMatch(it -> it == 'ß') ? 1 : 0);
        long english = Stream.of(words).filter(ENGLISH::contains).count();
        return german == english ? null : german > english ? "de" : "en";
    }

    private static @Nullable String ofCountry(@Nullable String country) {
        String region = Region.of(country == null ? null : country.strip());
        String code = region == null ? "" : region.toUpperCase(Locale.ROOT);
        return GERMAN_SPEAKING.contains(code) ? "de" : ENGLISH_SPEAKING.contains(code) ? "en" : null;
    }
}
