package org.batonrelay.board;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.batonrelay.baton.Flag;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.insight.Names;
import org.jspecify.annotations.Nullable;

/** Rows in words: names instead of ids, times of one zone. */
class RowWriter {

    private final Names names;
    private final ZoneId zone;
    private final Instant now;

    RowWriter(Names names, ZoneId zone, Instant now) {
        this.names = names;
        this.zone = zone;
        this.now = now;
    }

    RowView write(LeadRow row) {
        return new RowView(
                row.reference(),
                row.organisation().isBlank() ? empty(row.contact(), row.reference()) : row.organisation(),
                empty(row.contact(), ""),
                row.state(),
                row.leg(),
                names.of(row.holder()),
                WrittenDates.lately(row.holderSince(), zone) + " (" + lasting(row.holderSince()) + ")",
                row.offeredTo() == null
                        ? ""
                        : Arrays.stream(row.offeredTo().split(","))
                                .map(names::of)
                                .collect(Collectors.joining(", ")),
                next(row),
                row.due() == null ? "" : WrittenDates.lately(row.due(), zone),
                row.late(),
                flags(row.flags()),
                euros(row.value()));
    }

    static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
    }

    static String euros(@Nullable Long value) {
        return value == null ? "" : "€ " + number(value);
    }

    static List<String> flags(List<String> flags) {
        return flags.stream().map(Flag::of).map(Flag::inWords).toList();
    }

    private static String next(LeadRow row) {
        String day = row.nextStepOn() == null ? "" : WrittenDates.day(row.nextStepOn());
        return row.nextStep() == null ? day : day.isEmpty() ? row.nextStep() : day + ": " + row.nextStep();
    }

    private String lasting(Instant since) {
        Duration lasting = Duration.between(since, now);
        if (lasting.toHours() < 1) {
            return Math.max(0, lasting.toMinutes()) + " min";
        }
        return lasting.toDays() < 2 ? lasting.toHours() + " h" : lasting.toDays() + " days";
    }

    private static String empty(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }
}
