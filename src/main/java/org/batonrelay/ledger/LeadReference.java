package org.batonrelay.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The readable key of a lead that never changes, such as {@code acme-0042}; every record of a lead carries it. */
public record LeadReference(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,60}-\\d{4,}");

    public LeadReference {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no reference of a lead");
        }
    }

    /** Whether the text could be a reference at all; for input from outside. */
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
