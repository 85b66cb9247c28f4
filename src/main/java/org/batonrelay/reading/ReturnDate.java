package org.batonrelay.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.cutting.CalendarWords;
import org.jspecify.annotations.Nullable;

/** Finds the day of return that an out-of-office answer names, in the languages of mail-words. */
final class ReturnDate {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final String MONTH = "(" + CalendarWords.months() + ")\\.?";
    private static final String DAY = "(\\d{1,2})";
    private static final String YEAR = "(?:,?\\s+(?:del?\\s+)?(\\d{4}))?";

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})[-./]\\s?(\\d{1,2})[-./]\\s?(\\d{1,2})(?!\\d)");
    private static final Pattern POINTS =
            Pattern.compile("\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}|\\d{2})\\b)?");
    private static final Pattern SLASHES = Pattern.compile("(?<!\\d)(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?(?!\\d)");
    private static final Pattern DASHES = Pattern.compile("(?<!\\d)(\\d{1,2})-(\\d{1,2})-(\\d{4})(?!\\d)");
    private static final Pattern CHINESE =
            Pattern.compile("(?:(\\d{4})\\s?[年년]\\s?)?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日号號일]");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("\\b(\\d{4})\\.?\\s+" + MONTH + "\\s+" + DAY + "\\b", CASE);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + "\\s+" + DAY + "(?:st|nd|rd|th)?\\.?" + YEAR + "(?!\\d)", CASE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "\\b" + DAY + "(?:\\.|º|°|er|st|nd|rd|th|ten|-?го|η|ης)?(?:\\s+(?:of|de|di|του))?\\s*" + MONTH + YEAR
                    + "(?![\\p{L}])",
            CASE);
    private static final Pattern WEEKDAY =
            Pattern.compile("\\b(?:next |coming |kommenden |nächsten )?(" + CalendarWords.days() + ")\\b", CASE);

    private static final MailWords WORDS = MailWords.read("absence.txt");

    /** What comes before the day on which somebody is back. */
    private static final Pattern BACK =
            WORDS.in("back", "(?<!\\b(?:nicht|not|niet|ikke|inte) )(?<!\\p{L})", "(?!\\p{L})[^.!?。\\n]{0,60}\\z");

    private static final Pattern UNTIL =
            WORDS.in("until", "(?<!\\p{L})", "(?![\\p{L}])[^.!?。\\n\\d]{0,40}\\z|[-–]\\s*\\z|[至到]\\s*\\z");
    private static final Pattern UNTIL_AFTER = WORDS.in("until after", "\\A[^.!?。\\n\\d]{0,12}", "");
    /** What comes after it, in German. */
    private static final Pattern BACK_AFTER = WORDS.in(
            "back after",
            "\\A[^.!?。\\n\\d]{0,60}(?<!\\b(?:nicht|not) )(?<![\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}]])",
            "(?!\\p{L})");
    /** The day itself is still away. */
    private static final Pattern INCLUDED = WORDS.in("included", "(?<!\\p{L})", "(?!\\p{L})[^.!?\\n\\d]{0,30}\\z");

    private static final Pattern INCLUDED_AFTER =
            WORDS.in("included after", "\\A[^.!?\\n\\d]{0,6}(?<!\\p{L})", "(?!\\p{L})");

    private static final int WEIGHT_OF_BACK = 2;
    private static final int LONGEST_DAYS = 366;
    /** Nobody who is away writes more. */
    private static final int LONGEST = 4_000;

    private final String text;
    private final LocalDate today;
    private final List<Named> named = new ArrayList<>();
    private boolean anyDay;

    /** @param weight how surely it is the day of return */
    private record Named(LocalDate day, int weight, int at) {}

    private ReturnDate(String text, LocalDate today) {
        this.text = text;
        this.today = today;
    }

    /**
     * @param written when the answer was written: a day without a year is the next one after it
     * @return not before {@code written}, and at most a year later
     */
    static Optional<LocalDate> in(String text, LocalDate written) {
        ReturnDate search = new ReturnDate(MailWords.plain(HeaderText.cut(text, LONGEST)), written);
        search.collect();
        return search.named.stream()
                .max((a, b) -> a.weight() != b.weight()
                        ? Integer.compare(a.weight(), b.weight())
                        : a.day().compareTo(b.day()))
                .map(Named::day);
    }

    /** Whether it names a day of return at all, be it past. */
    static boolean isNamedIn(String text) {
        ReturnDate search = new ReturnDate(MailWords.plain(HeaderText.cut(text, LONGEST)), LocalDate.EPOCH);
        search.collect();
        return search.anyDay;
    }

    private void collect() {
        each(ISO, it -> day(it.group(1), it.group(2), it.group(3)));
        each(POINTS, it -> day(it.group(3), it.group(2), it.group(1)));
        each(SLASHES, this::slashes);
        each(DASHES, it -> day(it.group(3), it.group(2), it.group(1)));
        each(CHINESE, it -> day(it.group(1), it.group(2), it.group(3)));
        each(YEAR_FIRST, it -> day(it.group(1), CalendarWords.month(it.group(2)), it.group(3)));
        each(MONTH_FIRST, it -> day(it.group(3), CalendarWords.month(it.group(1)), it.group(2)));
        each(DAY_FIRST, it -> day(it.group(3), CalendarWords.month(it.group(2)), it.group(1)));
        if (named.isEmpty()) {
            each(WEEKDAY, it -> today.with(TemporalAdjusters.next(CalendarWords.day(it.group(1)))));
        }
    }

    private interface Reading {
        @Nullable
        LocalDate of(Matcher found);
    }

    private void each(Pattern pattern, Reading reading) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            LocalDate day = reading.of(found);
            int weight = weight(found.start(), found.end());
            if (day != null && weight > 0) {
                anyDay = true;
                LocalDate back = isIncluded(found.start(), found.end()) ? day.plusDays(1) : day;
                if (!back.isBefore(today) && back.isBefore(today.plusDays(LONGEST_DAYS))) {
                    named.add(new Named(back, weight, found.start()));
                }
            }
        }
    }

    private int weight(int start, int end) {
        String before = text.substring(Math.max(0, start - 90), start);
        String after = text.substring(end, Math.min(text.length(), end + 70));
        boolean until =
                UNTIL.matcher(before).find() || UNTIL_AFTER.matcher(after).find();
        if (!until && (BACK.matcher(before).find() || BACK_AFTER.matcher(after).find())) {
            return WEIGHT_OF_BACK;
        }
        return until ? 1 : 0;
    }

    private boolean isIncluded(int start, int end) {
        return INCLUDED.matcher(text.substring(Math.max(0, start - 60), start)).find()
                || INCLUDED_AFTER
                        .matcher(text.substring(end, Math.min(text.length(), end + 30)))
                        .find();
    }

    /** Month first or day first, where both can be: whichever comes sooner. */
    private @Nullable LocalDate slashes(Matcher found) {
        LocalDate american = day(found.group(3), found.group(1), found.group(2));
        LocalDate european = day(found.group(3), found.group(2), found.group(1));
        if (american == null || european == null) {
            return american == null ? european : american;
        }
        boolean sooner = american.isBefore(european) && !american.isBefore(today);
        return sooner || european.isBefore(today) ? american : european;
    }

    private @Nullable LocalDate day(@Nullable String year, String month, String day) {
        try {
            int m = Integer.parseInt(month);
            int d = Integer.parseInt(day);
            if (year != null) {
                return LocalDate.of(year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year), m, d);
            }
            LocalDate thisYear = LocalDate.of(today.getYear(), m, d);
            // half a year back it is meant as past, otherwise as the next one
            return thisYear.isBefore(today.minusMonths(6)) ? thisYear.plusYears(1) : thisYear;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
