package org.batonrelay.board;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** By what a list is sorted. What is empty comes last, or first the other way round. */
enum LeadSort {
    CHANGED("Changed", "b.last_done_at", true, true, LeadSort::utc),
    CLIENT("Client", "l.organisation_key", false, true, String::valueOf),
    LEG(
            "Leg",
            "case b.leg when 'capture' then 1 when 'qualification' then 2 when 'deal' then 3 else 4 end",
            false,
            true,
            Integer::valueOf),
    HOLDER("Holder", "b.holder", false, false, String::valueOf),
    SINCE("Since", "b.holder_since", false, true, LeadSort::utc),
    NEXT(
            "Next step",
            "coalesce(b.next_step_on, date '9999-12-31')",
            false,
            false,
            text -> Date.valueOf(LocalDate.parse(text))),
    DUE("Due", "coalesce(u.due_at, timestamp '9999-12-31 00:00:00')", false, false, text -> Timestamp.valueOf(text)),
    VALUE("Value", "coalesce(d.deal_value, -1)", true, false, Long::valueOf);

    private final String label;
    private final String sql;
    private final boolean usuallyDown;
    private final boolean forPartners;
    private final Function<String, Object> reader;

    LeadSort(String label, String sql, boolean usuallyDown, boolean forPartners, Function<String, Object> reader) {
        this.label = label;
        this.sql = sql;
        this.usuallyDown = usuallyDown;
        this.forPartners = forPartners;
        this.reader = reader;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LeadSort> of(String id) {
        return Arrays.stream(values()).filter(sort -> sort.id().equals(id)).findFirst();
    }

    String label() {
        return label;
    }

    String sql() {
        return sql;
    }

    /** Whether people want the greatest first. */
    boolean usuallyDown() {
        return usuallyDown;
    }

    /** Whether the order tells a partner nothing that is not shared with them. */
    boolean forPartners() {
        return forPartners;
    }

    /** @throws RuntimeException for what this is not sorted by */
    Object read(String key) {
        return reader.apply(key);
    }

    /** As {@link #read} takes it. */
    static String written(Object key) {
        return key instanceof OffsetDateTime at ? at.toInstant().toString() : String.valueOf(key);
    }

    private static OffsetDateTime utc(String text) {
        return OffsetDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC);
    }
}
