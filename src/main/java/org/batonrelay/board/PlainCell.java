package org.batonrelay.board;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cell that no spreadsheet takes for a formula, whoever has written what stands in it. */
final class PlainCell {

    /** What spreadsheets take for the beginning of a formula, also behind spaces that they strip, and in full width. */
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Cntrl}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*|[\\t\\r\\n].*", Pattern.DOTALL);

    private PlainCell() {}

    /** A number of ours stays a number. */
    static String of(@Nullable Object value) {
        String text = value == null ? "" : String.valueOf(value);
        return !(value instanceof Number) && FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
