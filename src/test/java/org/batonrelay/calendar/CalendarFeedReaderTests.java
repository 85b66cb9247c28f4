package org.batonrelay.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section V of the cases: what a calendar of absences says, without people. Hours are 09:00 to 17:00 in Berlin. */
class CalendarFeedReaderTests {

    private static final String GOOD = event("good", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261225");

    private static final BusinessCalendar HOUSE = new BusinessCalendar(
            new CalendarSettings(
                    new CalendarSettings.Team(
                            null,
                            Map.of(),
                            new CalendarSettings.HolidaySettings("none", null, List.of(), List.of()),
                            List.of()),
                    Map.of()),
            Clock.fixed(Instant.parse("2026-12-01T10:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;TZID=Customized Time Zone:20261221T080000 | DTEND:20261221T170000 | its time zone 'Customized Time Zone' is not known
            DTSTART;TZID=tzone://Microsoft/Custom:20261221T080000 | DTEND:20261221T170000 | its time zone 'tzone://Microsoft/Custom' is not known
            DTSTART;VALUE=DATE:2026-13-21 | DTEND;VALUE=DATE:20261222 | DTSTART is '2026-13-21', which is no date
            DTSTART;VALUE=DATE:21.12.2026 | DTEND;VALUE=DATE:20261222 | DTSTART is '21.12.2026', which is no date
            DTSTART;VALUE=DATE:20261221 | RRULE:FREQ=FORTNIGHTLY | how often it comes again ('FREQ=FORTNIGHTLY') is not understood
            DTSTART;VALUE=DATE:20261221 | RRULE:WEEKLY | how often it comes again ('WEEKLY') is not understood
            DTSTART;VALUE=DATE:20261221 | RRULE:FREQ=WEEKLY;BYDAY=XX | how often it comes again ('FREQ=WEEKLY;BYDAY=XX') is not understood
            DTSTART;VALUE=DATE:20261221 | RRULE:FREQ=DAILY;INTERVAL=0 | how often it comes again ('FREQ=DAILY;INTERVAL=0') is not understood
            DTSTART;VALUE=DATE:20261221 | RRULE:FREQ=DAILY;UNTIL=soon | RRULE is 'SOON', which is no date
            DTSTART;VALUE=DATE:20261221 | EXDATE:never | EXDATE is 'never', which is no date
            DTSTART:20261221T080000Z | SUMMARY:x | it does not say when it ends
            DTSTART:20261221T080000Z | DTEND:20261220T080000Z | it ends before it begins
            DTSTART:20261221T080000Z | DURATION:a week | how long it takes ('a week') is not understood
            DTEND:20261221T080000Z | SUMMARY:x | it does not say when it begins
            """)
    void captureV1_oneEntryThatIsNotUnderstoodIsNamedAndCostsNoOther(String one, String two, String why) {
        CalendarReading reading = read(GOOD, "BEGIN:VEVENT\r\nUID:bad\r\n" + one + "\r\n" + two + "\r\nEND:VEVENT\r\n");

        assertThat(days(reading)).containsEntry("good", "2026-12-24");
        assertThat(reading.entries()).hasSize(1);
        assertThat(reading.unread()).extracting(CalendarReading.Unread::why).containsExactly(why);
        assertThat(reading.unread()).extracting(CalendarReading.Unread::uid).containsExactly("bad");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
                "/freeassociation.sourceforge.net/Europe/Berlin",
                "/mozilla.org/20050126_1/Europe/Berlin",
                "europe/berlin",
                "\"Europe/Berlin\"",
                "CEST",
                "MEZ",
                "W. Europe Standard Time",
                "Romance Standard Time",
                "Mitteleuropäische Zeit",
                "Central European Standard Time",
                "\"(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien\"",
                "\"(UTC+01:00) Amsterdam, Berlin, Berne, Rome, Stockholm, Vienne\"",
                "\"(UTC+01:00) Ámsterdam, Berlín, Berna, Roma, Estocolmo, Viena\"",
                "\"(UTC+01:00) Brüssel, Kopenhagen, Madrid, Paris\"",
                "\"(GMT+01.00) Sarajevo/Warsaw/Zagreb\"",
                "GMT+0100",
                "UTC+01:00",
                "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien"
            })
    void captureV1_zonesByOtherNamesAreKnown(String zone) {
        // in summer and in winter, to the hour where the zone is named and not only its distance
        assertThat(days(read(event(
                        "winter",
                        "DTSTART;TZID=" + zone + ":20261221T090000",
                        "DTEND;TZID=" + zone + ":20261221T170000"))))
                .containsEntry("winter", "2026-12-21");
        assertThat(days(read(event(
                        "summer",
                        "DTSTART;TZID=" + zone + ":20270705T090000",
                        "DTEND;TZID=" + zone + ":20270709T170000"))))
                .containsEntry("summer", "2027-07-05..2027-07-09");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien | Europe/Amsterdam
            (UTC+02:00) Athen, Bukarest                               | Europe/Athens
            (UTC+02:00) Helsinki, Kiew, Riga, Sofia, Tallinn, Wilna   | Europe/Helsinki
            (UTC+00:00) Dublin, Edinburgh, Lissabon, London           | Europe/Dublin
            (UTC) Dublin, Edinburgh, Lisbon, London                   | Europe/Dublin
            (UTC+03:00) Moskau, St. Petersburg                        | Europe/Moscow
            (UTC-05:00) Eastern Time (USA & Kanada)                   | America/New_York
            (UTC-08:00) Pacific Time (US & Canada)                    | America/Los_Angeles
            (UTC+05:30) Chennai, Kolkata, Mumbai, Neu-Delhi           | Asia/Kolkata
            (UTC+09:00) Osaka, Sapporo, Tokio                         | Asia/Tokyo
            (UTC+04:30) Irgendwo                                      | +04:30
            heure normale d’Europe centrale                           | Europe/Amsterdam
            """)
    void captureV1b_windowsShowsZonesInOtherLanguages(String name, String zone) {
        assertThat(ZoneNames.likely(name).map(Object::toString)).contains(zone);
    }

    @ParameterizedTest
    @CsvSource({"tzone://Microsoft/Utc", "UTC", "Etc/UTC", "GMT", "Coordinated Universal Time"})
    void captureV1b_utcUnderOtherNames(String name) {
        assertThat(ZoneNames.zone(name).orElseThrow().getRules().getOffset(Instant.parse("2027-07-01T00:00:00Z")))
                .isEqualTo(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customized Time Zone", "Custom", "", "Nowhere/Atlantis", "(UTC+99:00) Moon"})
    void captureV1_noZoneIsGuessed(String name) {
        assertThat(ZoneNames.zone(name).or(() -> ZoneNames.likely(name))).isEmpty();
    }

    @Test
    void captureV1_rulesThatTheFileBringsAlongCount() {
        String rules = """
                BEGIN:VTIMEZONE
                TZID:Customized Time Zone
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETFROM:-0400
                TZOFFSETTO:-0500
                RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:-0500
                TZOFFSETTO:-0400
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        CalendarReading reading = read(
                rules,
                event(
                        "a",
                        "DTSTART;TZID=Customized Time Zone:20261221T030000",
                        "DTEND;TZID=Customized Time Zone:20261221T110000"),
                event(
                        "b",
                        "DTSTART;TZID=Customized Time Zone:20270705T030000",
                        "DTEND;TZID=Customized Time Zone:20270705T110000"));

        assertThat(reading.entries())
                .flatExtracting(CalendarEntry::times)
                .extracting(time -> time.exact().orElseThrow().from().toString())
                .containsExactly("2026-12-21T08:00:00Z", "2027-07-05T07:00:00Z");
    }

    @Test
    void captureV1_whatDoesNotMatterHereMayBeBroken() {
        assertThat(days(read(event(
                        "a",
                        "DTSTART;VALUE=DATE:2026-12-21",
                        "DTEND;VALUE=DATE:2026-12-23",
                        "GEO:abc",
                        "DTSTAMP:yesterday",
                        "ATTENDEE;CN=\"O:Neil; Fay\":mailto:fay@feed.example",
                        "DESCRIPTION:first line",
                        "and a second one that is not folded",
                        "BEGIN:VALARM",
                        "TRIGGER:-PT1X",
                        "DURATION:nonsense",
                        "END:VALARM"))))
                .containsEntry("a", "2026-12-21..2026-12-22");
    }

    @Test
    void captureV1_aFileThatIsCutOffSaysSo() {
        assertThat(read(GOOD).complete()).isTrue();
        CalendarReading reading =
                reading("BEGIN:VCALENDAR\r\n" + GOOD + "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20261221");
        assertThat(reading.complete()).isFalse();
        assertThat(days(reading)).containsOnlyKeys("good");
        assertThat(reading.unread()).extracting(CalendarReading.Unread::why).containsExactly("it is cut off");
    }

    @Test
    void captureV1b_everyCalendarOfAFileCounts() {
        String other = event("other", "DTSTART;VALUE=DATE:20261228");
        assertThat(days(reading(
                        "BEGIN:VCALENDAR\n" + GOOD + "END:VCALENDAR\nBEGIN:VCALENDAR\n" + other + "END:VCALENDAR\n")))
                .containsEntry("good", "2026-12-24")
                .containsEntry("other", "2026-12-28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATUS:CANCELLED", "status:cancelled", "STATUS;X-A=b:CANCELLED"})
    void captureV2_whatIsCancelledIsOff(String line) {
        assertThat(read(event("a", "DTSTART;VALUE=DATE:20261221", line)).entries())
                .isEmpty();
    }

    @Test
    void captureV2_aWholeFileCanCallOff() {
        assertThat(reading("BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\n" + GOOD
                                + "END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n" + GOOD + "END:VCALENDAR\r\n")
                        .entries())
                .isEmpty();
    }

    @Test
    void captureV2_theNewerVersionOfAnEntryCounts() {
        assertThat(days(read(
                        event("a", "SEQUENCE:2", "DTSTART;VALUE=DATE:20261221"),
                        event("a", "SEQUENCE:1", "DTSTART;VALUE=DATE:20261214"),
                        event("b", "SEQUENCE:1", "DTSTART;VALUE=DATE:20261214"),
                        event("b", "SEQUENCE:2", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20261214"))))
                .containsOnly(Map.entry("a", "2026-12-21"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20261201 | FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222                | 01 08 15 22
            20261201 | FREQ=WEEKLY;COUNT=3                                | 01 08 15
            20261201 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20261231  | 01 03 15 17 29 31
            20261130 | FREQ=WEEKLY;BYDAY=TU;COUNT=3                       | 30 01 08
            20261201 | FREQ=DAILY;INTERVAL=10;UNTIL=20261231              | 01 11 21 31
            20261001 | FREQ=MONTHLY;BYDAY=1TH;UNTIL=20261231              | 01 05 03
            20261030 | FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231             | 30 27 25
            20261031 | FREQ=MONTHLY;UNTIL=20270131                        | 31 31 31
            20261031 | FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270131          | 31 30 31 31
            20261002 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20261231 | 02 30 30 31
            20251224 | FREQ=YEARLY;UNTIL=20271231                         | 24 24 24
            20251224 | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24,31;COUNT=4    | 24 31 24 31
            20251123 | FREQ=YEARLY;BYMONTH=11;BYDAY=4SU                   | 23 22 28
            20260105 | FREQ=YEARLY;BYWEEKNO=2;BYDAY=MO                    | 05 11
            """)
    void captureV3_whatComesAgainDoes(String first, String rule, String days) {
        assertThat(dates(read(event("a", "DTSTART;VALUE=DATE:" + first, "RRULE:" + rule))))
                .extracting(day -> day.substring(8))
                .containsExactly(days.split(" "));
    }

    @Test
    void captureV3_exceptWhatIsTakenOutHoweverItIsWritten() {
        assertThat(dates(read(event(
                        "a",
                        "DTSTART;TZID=Europe/Berlin:20261201T080000",
                        "DTEND;TZID=Europe/Berlin:20261201T180000",
                        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270119",
                        "EXDATE:20261208T070000Z",
                        "EXDATE;TZID=Europe/Berlin:20261215T080000",
                        "EXDATE;VALUE=DATE:20261222,20261229"))))
                .containsExactly("2026-12-01", "2027-01-05", "2027-01-12", "2027-01-19");
        assertThat(dates(read(event(
                        "b",
                        "DTSTART;VALUE=DATE:20261201",
                        "RRULE:FREQ=WEEKLY;COUNT=4",
                        "EXDATE:20261208T000000Z",
                        "EXDATE:20261214T230000Z",
                        "RDATE;VALUE=DATE:20270104"))))
                .containsExactly("2026-12-01", "2026-12-22", "2027-01-04");
    }

    @ParameterizedTest
    @CsvSource({
        "UNTIL=20261215, 2026-12-15",
        "UNTIL=20261215T070000Z, 2026-12-15",
        "UNTIL=20261215T065959Z, 2026-12-08",
        "UNTIL=20261215T080000, 2026-12-15"
    })
    void captureV3_untilADayOrATime(String until, String last) {
        assertThat(dates(read(event(
                        "a",
                        "DTSTART;TZID=Europe/Berlin:20261201T080000",
                        "DTEND;TZID=Europe/Berlin:20261201T180000",
                        "RRULE:FREQ=WEEKLY;" + until))))
                .endsWith(last);
    }

    @Test
    void captureV3_withoutAnEndItIsRead_aYearAhead() {
        List<String> dates = dates(read(event("a", "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;BYDAY=TU")));
        assertThat(dates)
                .startsWith("2026-12-01", "2026-12-08")
                .endsWith("2027-12-28")
                .hasSize(57);
    }

    @Test
    void captureV3_singleTimesOfASeriesAreSaidApart() {
        assertThat(days(read(
                        event("a", "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;COUNT=5"),
                        event("a", "RECURRENCE-ID;VALUE=DATE:20261208", "DTSTART;VALUE=DATE:20261209"),
                        event(
                                "a",
                                "RECURRENCE-ID;VALUE=DATE:20261215",
                                "DTSTART;VALUE=DATE:20261215",
                                "STATUS:CANCELLED"),
                        event(
                                "a",
                                "RECURRENCE-ID;VALUE=DATE:20261222",
                                "DTSTART;VALUE=DATE:20261222",
                                "TRANSP:TRANSPARENT"))))
                .containsEntry("a", "2026-12-01 2026-12-29 2026-12-09");
        assertThat(days(read(
                        event("b", "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=WEEKLY;COUNT=5"),
                        event(
                                "b",
                                "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261215",
                                "DTSTART;VALUE=DATE:20261216"))))
                .containsEntry("b", "2026-12-01 2026-12-08 2026-12-16 2026-12-23 2026-12-30");
    }

    @Test
    void captureV4_aDayInUtcIsTheDayOfTheHouse() {
        assertThat(days(read(event("a", "DTSTART:20261202T230000Z", "DTEND:20261203T230000Z"))))
                .containsEntry("a", "2026-12-03");
        assertThat(days(read(event("b", "DTSTART;TZID=UTC:20261202T230000", "DTEND;TZID=UTC:20261203T230000"))))
                .containsEntry("b", "2026-12-03");
    }

    @ParameterizedTest
    @CsvSource({
        "DTSTART:20261221T080000, DTEND:20261223T170000, 2026-12-21..2026-12-23",
        "DTSTART;TZID=Europe/Berlin:20261221T080000, DTEND;TZID=Europe/Berlin:20261223T170000, 2026-12-21..2026-12-23",
        "DTSTART:20261221T000000, DTEND:20261223T235959, 2026-12-21..2026-12-23",
        "DTSTART:20261221T000000, DTEND:20261224T000000, 2026-12-21..2026-12-23",
        "DTSTART;VALUE=DATE:20261221, DTEND;VALUE=DATE:20261224, 2026-12-21..2026-12-23",
        "DTSTART;VALUE=DATE:20261221, DURATION:P3D, 2026-12-21..2026-12-23",
        "DTSTART;VALUE=DATE:20261221, DURATION:P1W, 2026-12-21..2026-12-27",
        "DTSTART;VALUE=DATE:20261221, DTEND;VALUE=DATE:20261221, 2026-12-21",
        "DTSTART;VALUE=DATE:20261221, X-A:b, 2026-12-21",
        "DTSTART:20261221T140000, DTEND:20261223T120000, 2026-12-22",
    })
    void captureV5_theLastDayIsTheLastOneThatIsTaken(String start, String end, String days) {
        assertThat(days(read(event("a", start, end)))).containsEntry("a", days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRANSP:TRANSPARENT",
                "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",
                "X-MICROSOFT-CDO-BUSYSTATUS:FREE"
            })
    void captureV7_whoIsFreeIsNotAway(String line) {
        assertThat(read(event("a", "DTSTART;VALUE=DATE:20261221", line)).entries())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRANSP:OPAQUE",
                "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
                "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
                "TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:OOF"
            })
    void captureV7_whoIsOutIs(String line) {
        assertThat(read(event("a", "DTSTART;VALUE=DATE:20261221", line)).entries())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "20261221T140000, 20261221T160000",
        "20261221T080000, 20261221T120000",
        "20261221T130000, 20261221T180000",
        "20261221T180000, 20261222T080000",
        "20261221T090000, 20261221T090000"
    })
    void captureV8_halfDaysAreNone(String from, String to) {
        CalendarReading reading = read(event("a", "DTSTART:" + from, "DTEND:" + to));
        assertThat(days(reading)).containsEntry("a", "");
        assertThat(reading.unread()).isEmpty();
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:" + uid + "\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VEVENT\r\n";
    }

    private static CalendarReading read(String... parts) {
        return reading("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", parts) + "END:VCALENDAR\r\n");
    }

    private static CalendarReading reading(String ics) {
        return CalendarFeedReader.read(
                ics.getBytes(StandardCharsets.UTF_8),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2027, 12, 31),
                HOUSE.zone(""));
    }

    /** By the entry's id: 2026-12-21..2026-12-23. */
    private static Map<String, String> days(CalendarReading reading) {
        return reading.entries().stream()
                .collect(Collectors.toMap(
                        CalendarEntry::uid,
                        entry -> entry.times().stream()
                                .flatMap(time -> time.days(HOUSE, "").stream())
                                .map(days -> days.first().equals(days.last())
                                        ? days.first().toString()
                                        : days.first() + ".." + days.last())
                                .collect(Collectors.joining(" ")),
                        (one, other) -> one + " " + other));
    }

    private static List<String> dates(CalendarReading reading) {
        assertThat(reading.unread()).isEmpty();
        return reading.entries().stream()
                .flatMap(entry -> entry.times().stream())
                .flatMap(time -> time.days(HOUSE, "").stream())
                .map(DaysAway::first)
                .sorted(Comparator.naturalOrder())
                .map(LocalDate::toString)
                .toList();
    }
}
