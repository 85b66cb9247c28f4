package org.batonrelay.lead;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How people and programs call what they tell of somebody: the headings of lists and the labels of forms, in English
 * and German, and the usual ones in French and Spanish. Capitals, spaces and hyphens do not matter, nor do words that
 * only say whose or which it is: <i>Work email</i>, <i>Ihre E-Mail (Pflichtfeld)</i>, <i>Person - Email - Work</i>.
 */
public final class Headings {

    /** Words that say nothing about what a column holds. */
    private static final Set<String> QUALIFIERS = Set.copyOf(Arrays.asList(
            ("work business office primary main preferred private personal other home direct professional corporate"
                            + " geschäftlich geschaeftlich geschäftliche dienstlich dienstliche beruflich berufliche privat"
                            + " private arbeit büro professionnel professionnelle pro trabajo user attendee registrant"
                            + " participant visitor delegate guest respondent customer client teilnehmer teilnehmerin"
                            + " besucher besucherin kunde person contact lead prospect your ihr ihre ihren dein deine my"
                            + " mein meine votre vos tu su please bitte enter eingeben angeben required pflichtfeld"
                            + " optional obligatoire value wert original initial the der die das value1 1 2 3 4"
                            + " billing mailing shipping registration buyer raw clean")
                    .split("\\s+")));

    /** They look like a known one without their first word, and are something else. */
    private static final Set<String> OTHERS = Set.of("leadtitle", "leadvalue", "leadlanguage", "personalmessage");

    private final Map<String, String> fields = new LinkedHashMap<>();

    public Headings field(String field, String... words) {
        fields.putIfAbsent(plain(field), field);
        Arrays.stream(words).forEach(word -> fields.put(plain(word), field));
        return this;
    }

    /** The field that this heading means, or null. */
    @Nullable
    public String meantBy(String heading) {
        String exact = fields.get(plain(heading));
        if (exact != null || OTHERS.contains(plain(heading))) {
            return exact;
        }
        List<String> telling = new ArrayList<>();
        for (String word : words(heading)) {
            if (!QUALIFIERS.contains(word)) {
                telling.add(word);
            }
        }
        return telling.isEmpty() ? null : fields.get(String.join("", telling));
    }

    private static List<String> words(String heading) {
        String apart = Normalizer.normalize(heading, Normalizer.Form.NFC).replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        return Arrays.stream(apart.toLowerCase(Locale.ROOT)
                        .replaceAll("e[-\\s]?mail", "email")
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
