package org.batonrelay.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** By what a page of figures is told apart. */
enum Split {
    TEAM(Counted.Table::team, ""),
    PARTNER(Counted.Table::team, ""),
    PERSON(Counted.Table::person, ""),
    LEG(Counted.Table::at, ""),
    SOURCE(table -> "coalesce(w.source, 'unknown')", " left join lead w on w.reference = x.reference"),
    SEGMENT(table -> "coalesce(w.segment, 'unknown')", " left join lead w on w.reference = x.reference"),
    CAMPAIGN(
            table -> "coalesce(w.said, 'unknown')",
            " left join lead_fact w on w.reference = x.reference and w.name = 'campaign'");

    private final Function<Counted.Table, String> column;
    private final String join;

    Split(Function<Counted.Table, String> column, String join) {
        this.column = column;
        this.join = join;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Split> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }

    String column(Counted.Table table) {
        return column.apply(table);
    }

    /** What has to be read beside the table for it. */
    String join() {
        return join;
    }
}
