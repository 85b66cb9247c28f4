package org.batonrelay.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A list of leads that somebody has brought in.
 *
 * @param readAs the field of each column, null for one that is not read
 * @param writeToThem whether those who have not written to us get a first letter
 * @param leftOut what of the file is neither headings nor rows, in words; empty for nothing
 */
record LeadImport(
        String id,
        String fileName,
        String charset,
        char delimiter,
        List<String> headings,
        List<@Nullable String> readAs,
        boolean writeToThem,
        String leftOut,
        State state,
        String madeBy,
        Instant madeAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    Columns columns() {
        return Columns.assigned(headings, readAs);
    }

    enum State {
        PREVIEWED,
        RUNNING,
        DONE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }
}
