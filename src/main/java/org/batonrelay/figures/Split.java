package org.batonrelay.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** By what a page of figures is told apart. */
enum Split {
    TEAM(Counted.Table::team),
    PARTNER(Counted.Table::team),
    PERSON(Counted.Table::person),
    LEG(Counted.Table::at),
    SOURCE(table -> "coalesce((select l.source from lead l where l.reference = x.reference), 'unknown')"),
    SEGMENT(table -> "coalesce((select l.segment from lead l where l.reference = x.reference), 'unknown')"),
    CAMPAIGN(table ->
            "coalesce((select f.said from lead_fact f where f.reference = x.reference and f.name = 'campaign'),"
                    + " 'unknown')");

    private final Function<Counted.Table, String> column;

    Split(Function<Counted.Table, String> column) {
        this.column = column;
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
}
