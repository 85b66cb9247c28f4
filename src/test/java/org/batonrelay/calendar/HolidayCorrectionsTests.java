package org.batonrelay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.batonrelay.calendar.CalendarSettings.HolidaySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H1 of the cases: holidays that Jollyday has wrong, and what a house adds and takes away. */
class HolidayCorrectionsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            jp, 2026-02-23 2026-03-20 2026-05-06 2026-09-22 2026-09-23 2027-02-23 2027-03-22 2027-09-23 2028-02-23, 2026-12-23 2027-12-23
            sk, 2027-05-08 2027-09-15 2026-12-24 2027-11-01, 2026-05-08 2026-09-15 2026-11-17 2027-11-17
            hk, 2026-02-17 2026-02-18 2026-02-19 2026-04-07 2026-05-25 2026-06-19 2026-09-26 2026-10-19 2027-02-08 2027-02-09 2027-05-13 2027-06-09 2027-09-16 2027-10-08, 2027-02-10
            sg, 2026-03-21 2026-05-27 2026-06-01 2026-08-10 2026-11-09 2027-02-08 2027-03-10 2027-05-17 2027-05-20 2027-08-09 2027-10-28, 2026-03-20 2026-05-28 2027-03-09
            kr, 2026-12-25 2027-01-01 2027-02-08 2027-02-09 2027-03-01 2027-05-05 2027-05-13 2027-08-16 2027-09-15 2027-10-04 2027-10-11, 2027-01-04
            il, 2027-04-22 2027-04-28 2027-05-12 2027-06-11 2027-10-03 2027-10-11 2028-05-02, 2026-12-25 2027-01-01
            bg, 2027-05-03 2027-05-04 2026-05-25 2026-09-07, 2027-05-05
            mx, 2027-05-01 2027-12-25 2028-01-01 2028-09-16 2027-02-01 2027-03-15 2027-11-15, 2027-04-30 2027-12-24 2027-12-31 2028-09-15
            nl, 2027-04-27 2030-05-05, 2026-05-05 2027-05-05 2028-05-05
            lt, 2026-12-24 2026-12-25 2026-12-26, 2026-12-28
            cy, 2027-03-15 2027-04-30 2027-05-03 2027-06-21, 2027-02-08 2027-03-26 2027-03-29 2027-05-17
            is, 2027-03-25 2027-03-26 2027-05-06 2027-05-17 2027-03-29 2027-04-22, 2027-01-06 2027-03-01 2027-11-16 2026-12-01
            """)
    void captureH1_knowsBetter(String country, String off, String worked) {
        Holidays holidays = holidays(country, null, List.of(), List.of());
        assertThat(List.of(off.split(" "))).allMatch(date -> holidays.isOne(LocalDate.parse(date)));
        assertThat(List.of(worked.split(" "))).noneMatch(date -> holidays.isOne(LocalDate.parse(date)));
    }

    @Test
    void captureH1_everyCorrectedCountryStandsInTheTable() throws IOException {
        String table = Files.readString(Path.of("docs/holidays.md"));
        assertThat(HolidayCorrections.lines().stream()
                        .map(line -> line.split(";")[0])
                        .distinct())
                .allMatch(country -> table.contains("| `" + country + "` |"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            gb, , Easter Monday
            ch, , Good Friday
            de, by, Assumption day
            """)
    void captureH1_saysWhereAPartOfTheCountryIsNeeded(String country, String region, String name) {
        assertThat(holidays(country, region, List.of(), List.of()).advice(TODAY))
                .singleElement()
                .asString()
                .contains("baton.calendar.default.holidays.region is")
                .contains(name);
    }

    @Test
    void captureH1_saysNothingWhereNothingIsMissing() {
        assertThat(holidays("de", "be", List.of(), List.of()).advice(TODAY)).isEmpty();
        assertThat(holidays("fr", "", List.of("Good Friday", "12-26"), List.of())
                        .advice(TODAY))
                .allMatch(line -> !line.contains("Good Friday"));
        assertThat(holidays("none", null, List.of(), List.of()).advice(TODAY)).isEmpty();
    }

    @Test
    void captureH1_saysHowFarItKnowsWhatMoves() {
        Holidays korea = holidays("kr", null, List.of(), List.of());
        assertThat(korea.advice(TODAY)).isEmpty();
        assertThat(korea.advice(TODAY.plusMonths(2))).singleElement().asString().contains("after 2027");
    }

    @Test
    void captureH1_daysAreAddedAndTakenAwayForAYearOrForGood() {
        Holidays house = holidays(
                "gb",
                null,
                List.of("12-24 Christmas Eve", "2027-01-04", "Easter Monday", "2-29"),
                List.of("Good Friday 2027", "05-03", "Boxing Day"));

        assertThat(days(house, "2026-12-24", "2027-12-24", "2027-01-04", "2028-02-29", "2027-03-29", "2028-04-17"))
                .containsOnly(true);
        assertThat(days(house, "2028-01-04", "2027-03-26", "2027-05-03", "2026-12-28"))
                .containsOnly(false);
        assertThat(days(house, "2028-04-14", "2028-05-01")).containsOnly(true);
    }

    @Test
    void captureH1_aCorrectionCanBeTakenAwayAsWell() {
        assertThat(days(holidays("jp", null, List.of(), List.of("Emperor's Birthday")), "2027-02-23"))
                .containsOnly(false);
        assertThat(days(holidays("de", null, List.of(), List.of("1st Christmas day 2026")), "2026-12-25"))
                .containsOnly(false);
        assertThat(days(holidays("nl", null, List.of("Liberation"), List.of()), "2027-05-05"))
                .containsOnly(true);
    }

    @Test
    void captureH1_theComingTwelveMonthsAreTold() {
        assertThat(holidays("de", "by", List.of("12-24 Christmas Eve"), List.of())
                        .from(TODAY))
                .extracting(day -> day.date() + " " + day.name())
                .startsWith("2026-12-24 Christmas Eve", "2026-12-25 1st Christmas day")
                .contains("2027-05-27 Corpus Christi")
                .noneMatch(day -> day.startsWith("2027-12"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            also, 24.12.2026, has '24.12.2026': write 2026-12-24 for one day
            also, 2026-02-30, has '2026-02-30': write
            except, 13-01, has '13-01': write
            also, Pancake Day, names 'PANCAKE_DAY'
            except, Pancake Day 2027, names 'PANCAKE_DAY'
            """)
    void captureH1_whatIsNoDayStopsTheStart(String setting, String text, String sentence) {
        List<String> none = List.of();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> holidays(
                        "gb",
                        null,
                        setting.equals("also") ? List.of(text) : none,
                        setting.equals("except") ? List.of(text) : none))
                .isInstanceOf(BadCalendar.class)
                .withMessageContaining("baton.calendar.default.holidays." + setting + " " + sentence);
    }

    private static List<Boolean> days(Holidays holidays, String... dates) {
        return List.of(dates).stream()
                .map(date -> holidays.isOne(LocalDate.parse(date)))
                .toList();
    }

    private static Holidays holidays(String country, String region, List<String> also, List<String> except) {
        return new Holidays("baton.calendar.default", new HolidaySettings(country, region, also, except), List.of());
    }
}
