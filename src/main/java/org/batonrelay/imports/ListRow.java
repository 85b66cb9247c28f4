package org.batonrelay.imports;

import java.util.List;

/**
 * A row of a list.
 *
 * @param number as a spreadsheet counts; the first row of a list, its headings, is 1
 */
record ListRow(int number, List<String> cells) {

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
