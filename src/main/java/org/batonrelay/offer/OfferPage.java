package org.batonrelay.offer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An offer as its page shows it.
 *
 * @param flags the yellow ones, in words
 * @param parts what is known, each with its title
 * @param readyOn asked of whoever accepts, with the day that is preset; null where it is not asked
 * @param reasons of a return, with what people read
 */
record OfferPage(
        String organisation,
        String reference,
        String exchange,
        String giver,
        String receiver,
        String takeBy,
        List<String> flags,
        List<Part> parts,
        @Nullable String readyOn,
        Map<String, String> reasons) {

    record Part(String title, List<Line> lines) {}

    /** @param label empty where the text says it all */
    record Line(String label, String text) {}
}
