package org.batonrelay.insight;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of a text, word by word. */
final class Differences {

    /** @param kind {@code same}, {@code gone} or {@code new} */
    record Piece(String kind, String text) {}

    /** A word, or a mark, with the space behind it, so that the pieces put together are the text. */
    private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\s]|^)\\s*");

    private Differences() {}

    /** In the order in which they are read; null is nothing. */
    static List<Piece> between(@Nullable String before, @Nullable String after) {
        List<Piece> pieces = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(words(before), words(after), true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(pieces, "same", delta.getSource().getLines());
            } else {
                add(pieces, "gone", delta.getSource().getLines());
                add(pieces, "new", delta.getTarget().getLines());
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !word.isEmpty()) // the beginning of a text that begins with no space
                        .toList();
    }
}
