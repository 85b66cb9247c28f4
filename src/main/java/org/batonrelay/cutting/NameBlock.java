package org.batonrelay.cutting;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the names, titles and addresses of a signature from sentences that somebody has written below it. */
final class NameBlock {

    /** The words before a number or an address. */
    private static final Pattern REACHED_BY = Pattern.compile(
            "(tele)?(fon|phone)|tel\\.?|mob(ile?|il(funk|telefon))?\\.?|cell|fax|e-?mail|mail|web(site|seite)?|internet|linkedin|xing|skype|teams|direct|direkt"
                    + "|durchwahl|office|büro|zentrale|[a-z]\\.?|ust-?id\\S*|vat\\S*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?://|www\\.)\\S+|\\S+@\\S+|\\b[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,}\\b(/\\S*)?");

    private static final Pattern LABEL = Pattern.compile("^([^:]{1,40}):\\s.*");

    /** What a further paragraph of a signature has, and a few capital nouns that somebody adds below their name have not. */
    private static final Pattern WHOSE = Pattern.compile(
            "\\d{3,}|@|www\\.|https?://|\\b(GmbH|AG|KG|SE|Ltd|Inc|LLC|Corp|PLC|Head|Director|Manager\\w*|Chief|C[A-Z]O|VP|President|Officer"
                    + "|Engineer\\w*|Sales|Marketing|Purchasing|Department|Leiter\\w*|Leitung|Einkauf|Vertrieb|Abteilung|Assisten\\w*|Consultant|Berater\\w*)\\b");

    /** So many words without a capital letter are a sentence. */
    private static final int SENTENCE = 2;

    private static final int LONGEST_SLOGAN = 500;

    private static final int LONGEST_LINE = 90;

    private static final Set<String> SMALL_WORDS = Set.of(
            "of", "and", "the", "for", "at", "in", "to", "de", "van", "von", "für", "und", "der", "die", "das", "im",
            "am", "zu", "i.", "z.", "a.", "d.", "e.");

    private NameBlock() {}

    static boolean showsWhose(String paragraph) {
        return WHOSE.matcher(paragraph).find();
    }

    static boolean isSentence(String paragraph) {
        return paragraph.length() > LONGEST_SLOGAN
                || words(paragraph)
                                .filter(word -> Character.isLowerCase(word.codePointAt(0)))
                                .count()
                        >= SENTENCE;
    }

    /** Without addresses, what stands before them, and the small words between names. */
    private static Stream<String> words(String text) {
        return Arrays.stream(ADDRESS.matcher(text).replaceAll(" ").split("[\\s,|/&·•:()]+"))
                .filter(word -> !word.isEmpty()
                        && !SMALL_WORDS.contains(word)
                        && !REACHED_BY.matcher(word).matches());
    }

    /** "Anna Schmidt", "Head of Purchasing", "Tel. +49 30 123", but no sentence. */
    static boolean isNameOrAddress(String line) {
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        Matcher label = LABEL.matcher(line);
        if (label.matches() && words(label.group(1)).findAny().isPresent()) {
            return false;
        }
        return words(line).allMatch(word -> !Character.isLowerCase(word.codePointAt(0)) && !word.matches(".*[!?]"));
    }
}
