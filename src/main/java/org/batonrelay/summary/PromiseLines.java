package org.batonrelay.summary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.engine.form.OurTime;
import org.jspecify.annotations.Nullable;

/**
 * Promises as people type them, one a line: {@code what | us or them | date}. Lenient: the order of the last two does
 * not matter, both may be missing, and a part that is neither stays with the text, so that nothing typed is lost.
 */
public final class PromiseLines {

    /**
     * @param side {@code us} or {@code client}
     * @param dueOn null where the line names no date
     */
    public record Line(String what, String side, @Nullable LocalDate dueOn) {}

    private static final Set<String> US = Set.of("us", "we", "ours", "wir", "uns");
    private static final Set<String> CLIENT =
            Set.of("them", "they", "theirs", "client", "customer", "sie", "kunde", "kundin");
    private static final List<DateTimeFormatter> DATES =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT));

    private PromiseLines() {}

    public static List<Line> read(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(line -> line.strip().replaceFirst("^[-*•]\\s*", ""))
                        .filter(line -> !line.replace('|', ' ').isBlank())
                        .map(PromiseLines::line)
                        .toList();
    }

    private static Line line(String text) {
        StringBuilder what = new StringBuilder();
        String side = "us";
        LocalDate dueOn = null;
        for (String part : text.split("\\|")) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            Optional<LocalDate> date = date(word);
            if (!what.isEmpty() && (US.contains(word) || CLIENT.contains(word))) {
                side = CLIENT.contains(word) ? "client" : "us";
            } else if (!what.isEmpty() && date.isPresent()) {
                dueOn = date.get();
            } else if (!word.isEmpty()) {
                what.append(what.isEmpty() ? "" : ", ").append(part.strip());
            }
        }
        return new Line(what.toString(), side, dueOn);
    }

    private static Optional<LocalDate> date(String word) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(word, format)).filter(OurTime::has);
            } catch (DateTimeException notThisFormat) {
                // the next one, or none
            }
        }
        return Optional.empty();
    }
}
