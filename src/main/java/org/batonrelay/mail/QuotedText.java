package org.batonrelay.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a mail quotes, with marks or without. Somebody may have written into it, or crossed out: compared are the words,
 * digits, question marks and whatever else bears meaning, in their order; lines, marks and links are the programs'.
 */
public record QuotedText(String text) {

    private static final Pattern LINK = Pattern.compile("(?i)<?\\b(https?://|mailto:)[^\\s>]*>?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[\\p{Sc}\\p{So}%?~]");

    static QuotedText of(String mail) {
        return new QuotedText(NewText.isTooLong(mail) ? mail : String.join("\n", Quotes.in(NewText.lines(mail))));
    }

    /** Whether it is a piece of this text, with nothing changed, added or left out in between. */
    boolean isPieceOf(String sent) {
        return (" " + words(sent) + " ").contains(" " + words(text) + " ")
                || words(text).isEmpty();
    }

    private static String words(String text) {
        List<String> words = WORD.matcher(LINK.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return String.join(" ", words);
    }
}
