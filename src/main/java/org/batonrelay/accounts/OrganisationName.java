package org.batonrelay.accounts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An organisation's name as it is compared and as it is put into a reference: folded, without its legal form. */
public record OrganisationName(List<String> words) {

    private static final int LONGEST_SLUG = 40;
    private static final int LONGEST_KEY = 200;
    private static final Set<String> LEGAL_FORMS = Set.of(
            "gmbh",
            "mbh",
            "ag",
            "kg",
            "kgaa",
            "ohg",
            "gbr",
            "ug",
            "se",
            "ev",
            "eg",
            "inc",
            "incorporated",
            "corp",
            "corporation",
            "ltd",
            "limited",
            "llc",
            "llp",
            "lp",
            "plc",
            "co",
            "company",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "bv",
            "nv",
            "oy",
            "oyj",
            "ab",
            "asa",
            "aps",
            "pty",
            "kft",
            "doo",
            "und",
            "and");

    private static final Set<String> SAYS_NOTHING = Set.of("and", "und", "et", "the");

    public static OrganisationName of(String name) {
        String folded = Normalizer.normalize(spelledOut(name), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[.'’]", "");
        List<String> words = new ArrayList<>(Arrays.stream(folded.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
        while (words.size() > 1 && LEGAL_FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return new OrganisationName(List.copyOf(words));
    }

    /** The same for names that differ only in spelling, spacing, "and", "the" or legal form; any script. */
    public String key() {
        List<String> telling =
                words.stream().filter(word -> !SAYS_NOTHING.contains(word)).toList();
        String key = String.join("", telling.isEmpty() ? words : telling);
        return key.substring(0, Math.min(key.length(), LONGEST_KEY));
    }

    /** Small Latin letters, digits and hyphens; empty for a name in another script. */
    public String slug() {
        StringBuilder slug = new StringBuilder();
        for (String word : words) {
            String latin = word.replaceAll("[^a-z0-9]", "");
            int room = LONGEST_SLUG - slug.length() - 1;
            if (latin.isEmpty() || room <= 0 || (latin.length() > room && !slug.isEmpty())) {
                continue;
            }
            slug.append(slug.isEmpty() ? "" : "-").append(latin, 0, Math.min(latin.length(), room));
        }
        return slug.toString();
    }

    private static String spelledOut(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("å", "a")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("þ", "th")
                .replace("ð", "d");
    }
}
