package org.batonrelay.deal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is about, as the AE has said it; what nobody has said is null.
 *
 * @param value in euros
 * @param closeOn when it is to be signed
 */
record Terms(@Nullable Long value, @Nullable LocalDate closeOn) {

    static final Terms UNKNOWN = new Terms(null, null);

    private static final String NOT_SAID = "unknown";

    /** The variables by which legal's list shows and sorts it: a date that nobody has said sorts behind every other. */
    Map<String, Object> inList() {
        Map<String, Object> shown = new HashMap<>();
        shown.put(DealVariables.CLOSE_ON, closeOn == null ? NOT_SAID : closeOn.toString());
        if (value != null) {
            shown.put(DealVariables.DEAL_VALUE, value);
        }
        return shown;
    }
}
