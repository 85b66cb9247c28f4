package org.batonrelay.board;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** In which order, and behind which lead a page begins. */
record Order(LeadSort by, boolean down, @Nullable After after) {

    static final Order USUAL = new Order(LeadSort.CHANGED, true, null);

    /** The last lead of the page before: what it was sorted by, and its reference. */
    record After(Object key, String reference) {}

    /** @throws IllegalArgumentException for what is no order */
    static Order of(@Nullable String sort) {
        if (sort == null) {
            return USUAL;
        }
        boolean down = sort.startsWith("-");
        LeadSort by = LeadSort.of(down ? sort.substring(1) : sort)
                .orElseThrow(() -> new IllegalArgumentException("no order: " + sort));
        return new Order(by, down, null);
    }

    /** @throws IllegalArgumentException for what was not made by {@link #token} for this order */
    Order after(String token) {
        String[] part = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
        if (part.length != 3 || !part[0].equals(id())) {
            throw new IllegalArgumentException("made for another order");
        }
        try {
            return new Order(by, down, new After(by.read(part[1]), part[2]));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no place in a list", e);
        }
    }

    /** As an address says it: the greatest first with a hyphen. */
    String id() {
        return (down ? "-" : "") + by.id();
    }

    /** What the next click on the head of a column asks for. */
    String next(LeadSort column) {
        return new Order(column, column == by ? !down : column.usuallyDown(), null).id();
    }

    /** Names a lead's place, for the next page. */
    String token(Object key, String reference) {
        String place = id() + "\n" + LeadSort.written(key) + "\n" + reference;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    String sql() {
        return " order by " + by.sql() + (down ? " desc" : "") + ", b.reference";
    }

    /** Twice the same: the first half is what an index can begin at. */
    String behind() {
        String beyond = down ? " < :key" : " > :key";
        return after == null
                ? ""
                : " and " + by.sql() + (down ? " <= :key" : " >= :key") + " and (" + by.sql() + beyond
                        + " or b.reference > :behind)";
    }
}
