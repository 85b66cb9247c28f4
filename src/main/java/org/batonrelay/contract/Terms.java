package org.batonrelay.contract;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is about, as the AE has said it; what nobody has said is null.
 *
 * @param value in the currency that the form "Work deal" names
 * @param closeOn when it is to be signed
 */
public record Terms(@Nullable Long value, @Nullable LocalDate closeOn) {

    static final Terms UNKNOWN = new Terms(null, null);

    private static final String NOT_SAID = "unknown";

    /** What the form of the deal begins with, so that nobody types it twice. */
    public Map<String, Object> inForm() {
        Map<String, Object> known = new HashMap<>();
        if (value != null) {
            known.put(ContractVariables.DEAL_VALUE, value);
        }
        if (closeOn != null) {
            known.put(ContractVariables.CLOSE_ON, closeOn.toString());
        }
        return known;
    }

    /** The variables by which legal's list shows and sorts it: a date that nobody has said sorts behind every other. */
    Map<String, Object> inList() {
        Map<String, Object> shown = inForm();
        shown.putIfAbsent(ContractVariables.CLOSE_ON, NOT_SAID);
        return shown;
    }
}
