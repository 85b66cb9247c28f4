package org.batonrelay.cutting;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody has written new in a mail: the paragraphs above, between and below what they quote. */
public final class NewText {

    /** Marks that no program shows, and some put before what they add by themselves. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    /** Blanks of all widths: Gmail and Apple have a narrow one before "AM". */
    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private static final int MOST_LINES = 3_000;

    private NewText() {}

    public static String in(String text) {
        return Quotes.leaveOut(lines(text)).stream()
                .map(Banners::leaveOut)
                .map(Signature::cut)
                .map(NewText::tidy)
                .filter(block -> !block.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** All that is not quoted, signatures included, without what mail systems and devices add by themselves. */
    public static List<List<String>> own(String text) {
        return Quotes.leaveOut(lines(text)).stream()
                .map(Banners::leaveOut)
                .map(block -> block.stream().filter(line -> !SentFrom.is(line)).toList())
                .toList();
    }

    static boolean isTooLong(String text) {
        return text.lines().limit(MOST_LINES + 1L).count() > MOST_LINES;
    }

    static List<String> lines(String text) {
        return text.lines()
                .limit(MOST_LINES)
                .map(line -> UNSEEN.matcher(BLANK.matcher(line).replaceAll(" "))
                        .replaceAll("")
                        .stripTrailing())
                .toList();
    }

    private static String tidy(List<String> lines) {
        // only blank lines at the edges go: the first line may be indented
        return String.join("\n", lines)
                .replaceAll("\\n{3,}", "\n\n")
                .replaceAll("^\\n+", "")
                .stripTrailing();
    }
}
