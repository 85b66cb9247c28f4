package org.batonrelay.imports;

import java.util.List;
import java.util.Locale;
import org.batonrelay.lead.NewLead;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list of leads, and what becomes of it.
 *
 * @param cells as they came
 * @param lead null for a row that cannot be taken
 * @param expected what the preview said
 * @param reference the lead that the row has started or belongs to
 * @param why what is wrong with the row, or what it was matched by
 */
record ImportedRow(
        int number,
        List<String> cells,
        @Nullable NewLead lead,
        Result expected,
        Result result,
        @Nullable String reference,
        @Nullable String why) {

    enum Result {
        /** Nothing has been done with it yet. */
        WAITING,
        /** It has started a relay. */
        STARTED,
        /** It belongs to a lead that the house has. */
        MATCHED,
        /** It cannot be taken as it is; it has changed nothing. */
        REFUSED,
        /** Something went wrong here; it has changed nothing and can be tried again. */
        FAILED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Result of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    ImportedRow became(Result result, @Nullable String reference, @Nullable String why) {
        return new ImportedRow(number, cells, lead, expected, result, reference, why);
    }

    /** What it is now, or is going to be. */
    Result shown() {
        return result == Result.WAITING ? expected : result;
    }
}
