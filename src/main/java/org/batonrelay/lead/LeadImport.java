package org.batonrelay.lead;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A list of leads that somebody has brought in. */
record LeadImport(
        String id,
        String fileName,
        String charset,
        char delimiter,
        List<String> headings,
        State state,
        String madeBy,
        Instant madeAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

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
