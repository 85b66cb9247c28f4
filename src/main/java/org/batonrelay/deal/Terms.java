package org.batonrelay.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is about, as the AE has said it; what nobody has said is null.
 *
 * @param value in euros
 * @param closeOn when it is to be signed
 */
record Terms(@Nullable Long value, @Nullable LocalDate closeOn) {

    static final Terms UNKNOWN = new Terms(null, null);
}
