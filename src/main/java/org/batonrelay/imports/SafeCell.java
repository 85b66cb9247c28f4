package org.batonrelay.imports;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes cells that no spreadsheet runs as a formula: an apostrophe goes before what would begin one. Read back, the
 * apostrophe is taken away again.
 */
final class SafeCell {

    private static final String BEGINS_FORMULA = "=+-@\t\r\n";

    private SafeCell() {}

    /** One line of a CSV file, its end included. */
    static String line(List<String> cells) {
        return cells.stream().map(SafeCell::guarded).map(SafeCell::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    static String guarded(String cell) {
        return beginsFormula(cell) ? "'" + cell : cell;
    }

    static String unguarded(String cell) {
        return cell.startsWith("'") && beginsFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean beginsFormula(String cell) {
        String shown = cell.stripLeading();
        return (!cell.isEmpty() && BEGINS_FORMULA.indexOf(cell.charAt(0)) >= 0)
                || (!shown.isEmpty() && BEGINS_FORMULA.indexOf(shown.charAt(0)) >= 0);
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
