package org.batonrelay.summary;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client said of a summary.
 *
 * @param id the id of the form that was sent in: a form works once
 * @param headings what the client wrote under each heading, by its name; empty with a confirmation
 * @param remark what they wrote beside the headings
 * @param how {@code page}, {@code mail}, or who of us said what a mail means
 * @param appliedAt when it was counted; it is stored before that
 */
public record Answer(
        String id,
        String summaryId,
        String contactId,
        Verdict verdict,
        Map<String, String> headings,
        @Nullable String remark,
        String how,
        Instant answeredAt,
        @Nullable Instant appliedAt) {

    /** Before whoever of us said what a mail means, in {@code how}. */
    public static final String READ_BY = "mail, read by ";

    public enum Verdict {
        CONFIRMED,
        CORRECTED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
