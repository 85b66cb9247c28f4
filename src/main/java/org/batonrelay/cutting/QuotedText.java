package org.batonrelay.cutting;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a mail quotes, with marks or without. Somebody may have written into it, or crossed out: compared are the words,
 * digits, question marks and whatever else bears meaning, in their order; lines, marks and links are the programs'.
 */
public record QuotedText(String text) {

    private static final Pattern LINK = Pattern.compile("(?i)<?\\b(https?://|mailto:)[^\\s>]*>?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[\\p{Sc}\\p{So}%?~]");

    private static final int SHORTEST_PIECE = 6;

    /**
     * @param isOurs whether it is our mail at all: else it is somebody else's words
     * @param now the lines that differ, as they stand in the quote
     * @param before the lines of ours that are not there any more, or read otherwise
     */
    public record Change(boolean isOurs, List<String> now, List<String> before) {}

    /**
     * @param mail all of it as plain text
     * @param ours what may stand above our mail where a program quotes it
     */
    public static QuotedText of(String mail, Letterhead ours) {
        return new QuotedText(
                NewText.isTooLong(mail)
                        ? mail
                        : String.join("\n", Banners.leaveOut(Quotes.in(NewText.lines(mail), ours))));
    }

    /**
     * What of it is not a letter of ours, or a piece of one, with nothing changed, added or left out in between.
     *
     * @param sent the texts in which the letter went out: the quote is of one of them
     */
    public Optional<Change> changedFrom(List<String> sent) {
        if (words(text).isEmpty() || sent.stream().anyMatch(this::isPieceOf)) {
            return Optional.empty();
        }
        return Optional.of(sent.stream()
                .map(it -> Difference.between(it, text))
                .min(Comparator.comparingInt(it -> it.now().size() + it.before().size()))
                .orElseGet(() -> new Change(
                        false, text.lines().filter(it -> !it.isBlank()).toList(), List.of())));
    }

    /** A few words are a piece only when they are a line: "no" stands in many a letter. */
    private boolean isPieceOf(String sent) {
        List<String> own = words(text);
        if (own.size() < SHORTEST_PIECE) {
            return sent.lines().anyMatch(line -> words(line).equals(own));
        }
        return (" " + String.join(" ", words(sent)) + " ").contains(" " + String.join(" ", words(text)) + " ");
    }

    static List<String> words(String text) {
        return WORD.matcher(LINK.matcher(text).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
