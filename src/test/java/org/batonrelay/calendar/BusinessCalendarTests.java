package org.batonrelay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.batonrelay.calendar.CalendarSettings.HolidaySettings;
import org.batonrelay.calendar.CalendarSettings.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Times are Berlin's; 2026-11-20 is a Friday. */
class BusinessCalendarTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

    private final BusinessCalendar calendar = calendar(Map.of(
            "teams.long.hours.monday", "08:00-18:00",
            "teams.long.hours.tuesday", "08:00-18:00",
            "teams.lunch.hours.monday", "09:00-12:00, 13:00-17:00",
            "teams.lunch.hours.tuesday", "13:00-17:00",
            "teams.evening.hours.thursday", "09:00-20:00",
            "teams.new-york.zone", "America/New_York",
            "teams.new-york.holidays.country", "us",
            "teams.night.hours.saturday", "00:00-24:00",
            "teams.night.hours.sunday", "00:00-24:00"));

    @ParameterizedTest(name = "{0}: {1}, on hold from {2} until {3}: {4}")
    @CsvSource({
        // two hours were left on Friday afternoon
        "sdr,   2026-11-20T17:00, 2026-11-20T15:00, 2026-11-25T10:00, 2026-11-25T12:00",
        "sdr,   2026-11-23T10:00, 2026-11-20T16:00, 2026-11-25T16:00, 2026-11-26T10:00",
        "lunch, 2026-11-16T14:00, 2026-11-16T11:00, 2026-11-16T16:00, 2026-11-17T14:00",
        // held and let go on at night
        "sdr,   2026-11-20T10:00, 2026-11-19T22:00, 2026-11-20T22:00, 2026-11-23T10:00",
        // what had begun an hour before began an hour before it goes on
        "sdr,   2026-11-20T09:30, 2026-11-20T10:30, 2026-11-23T12:00, 2026-11-23T11:00",
        "sdr,   2026-11-19T16:30, 2026-11-20T10:30, 2026-11-23T10:00, 2026-11-20T16:00",
        "sdr,   2026-11-20T10:30, 2026-11-20T10:30, 2026-11-23T10:00, 2026-11-23T10:00"
    })
    void engineO4_whatIsLeftOfADeadlineIsLeftWhenItGoesOn(
            String team, LocalDateTime due, LocalDateTime from, LocalDateTime until, LocalDateTime moved) {
        BusinessCalendar.Pause pause = new BusinessCalendar.Pause(
                from.atZone(BERLIN).toInstant(), until.atZone(BERLIN).toInstant());

        assertThat(calendar.after(pause, due.atZone(BERLIN).toInstant(), "business", team))
                .isEqualTo(moved.atZone(BERLIN).toInstant());
        assertThat(calendar.after(pause, due.atZone(BERLIN).toInstant(), "always", team))
                .isEqualTo(due.atZone(BERLIN).toInstant().plus(Duration.between(pause.from(), pause.until())));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        // the examples of capability A6
        "sdr,      2026-11-20T16:30, PT1H,    2026-11-23T09:30",
        "long,     2026-11-16T17:00, PT4H,    2026-11-17T11:00",
        "long,     2026-11-16T17:00, PT3H,    2026-11-17T10:00",
        "sdr,      2026-11-19T15:00, P1D,     2026-11-20T15:00",
        // hours
        "sdr,      2026-11-20T16:30, PT30M,   2026-11-20T17:00",
        "sdr,      2026-11-20T17:00, PT1S,    2026-11-23T09:00:01",
        "sdr,      2026-11-20T12:00, PT10S,   2026-11-20T12:00:10",
        "sdr,      2026-11-20T12:00, PT0S,    2026-11-20T12:00",
        "sdr,      2026-11-19T07:00, PT1H,    2026-11-19T10:00",
        "sdr,      2026-11-19T19:00, PT1H,    2026-11-20T10:00",
        "sdr,      2026-11-21T12:00, PT1H,    2026-11-23T10:00",
        "sdr,      2026-11-19T09:00, PT16H,   2026-11-20T17:00",
        "sdr,      2026-11-19T15:00, PT24H,   2026-11-24T15:00",
        "lunch,    2026-11-16T11:30, PT1H,    2026-11-16T13:30",
        "lunch,    2026-11-16T11:30, PT30M,   2026-11-16T12:00",
        "lunch,    2026-11-16T12:30, PT1H,    2026-11-16T14:00",
        // days
        "sdr,      2026-11-20T15:00, P1D,     2026-11-23T15:00",
        "sdr,      2026-11-20T15:00, P5D,     2026-11-27T15:00",
        "sdr,      2026-11-19T07:00, P1D,     2026-11-20T09:00",
        "sdr,      2026-11-19T19:00, P1D,     2026-11-23T09:00",
        "sdr,      2026-11-21T12:00, P1D,     2026-11-24T09:00",
        "lunch,    2026-11-16T10:00, P1D,     2026-11-17T13:00",
        "lunch,    2026-11-13T12:30, P1D,     2026-11-16T13:00",
        "evening,  2026-11-19T19:00, P1D,     2026-11-20T17:00",
        "sdr,      2026-11-19T15:00, P1DT2H,  2026-11-20T17:00",
        "sdr,      2026-11-19T15:00, P1DT3H,  2026-11-23T10:00",
        // holidays: Christmas 2026 is a Friday and a Saturday, Easter Monday is 2027-03-29
        "sdr,      2026-12-24T16:00, PT2H,    2026-12-28T10:00",
        "sdr,      2026-12-25T10:00, PT1H,    2026-12-28T10:00",
        "sdr,      2026-12-24T16:00, P1D,     2026-12-28T16:00",
        "sdr,      2026-12-25T10:00, P1D,     2026-12-29T09:00",
        "sdr,      2027-03-25T12:00, P1D,     2027-03-30T12:00",
        // clocks go forward on 2027-03-28, back on 2026-10-25, both on a Sunday
        "sdr,      2026-10-23T16:00, PT2H,    2026-10-26T10:00",
        "sdr,      2026-10-23T16:00, P1D,     2026-10-26T16:00",
        "night,    2026-10-24T23:00, PT5H,    2026-10-25T03:00",
        "night,    2027-03-27T23:00, PT2H,    2027-03-28T01:00",
        "night,    2027-03-27T23:00, PT3H,    2027-03-28T03:00",
        "night,    2027-03-27T02:30, P1D,     2027-03-28T03:30",
        // the receiver's zone, not the giver's: 15:00 to 23:00 in Berlin
        "new-york, 2026-11-20T10:00, PT1H,    2026-11-20T16:00",
        "new-york, 2026-11-20T22:30, PT1H,    2026-11-23T15:30",
        "new-york, 2026-11-25T16:00, P1D,     2026-11-27T16:00",
    })
    void countsOpeningHoursAndBusinessDays(String team, String from, String duration, String due) {
        assertThat(berlin(calendar.due(at(from), duration, "business", team))).isEqualTo(LocalDateTime.parse(due));
    }

    @ParameterizedTest(name = "{0}: {2} before {1} = {3}")
    @CsvSource({
        "sdr,   2026-11-24, 1, 2026-11-23",
        "sdr,   2026-11-23, 1, 2026-11-20",
        "sdr,   2026-11-22, 1, 2026-11-20",
        "sdr,   2026-11-25, 3, 2026-11-20",
        "sdr,   2026-12-28, 1, 2026-12-24",
        "sdr,   2027-03-30, 1, 2027-03-25",
        "night, 2026-11-23, 1, 2026-11-22",
        "sdr,   2026-11-22, 0, 2026-11-22",
    })
    void countsBusinessDaysBackwards(String team, LocalDate from, int days, LocalDate day) {
        assertThat(calendar.businessDaysBefore(from, days, team)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T23:59:30Z, PT1M,    2026-11-21T00:00:30Z",
        "2026-11-21T12:00:00Z, P1DT2H,  2026-11-22T14:00:00Z",
        "2026-10-24T12:00:00Z, P1D,     2026-10-25T12:00:00Z",
        "2026-12-24T12:00:00Z, PT10S,   2026-12-24T12:00:10Z",
        "2026-12-24T12:00:00Z, PT0.5S,  2026-12-24T12:00:00.500Z",
    })
    void alwaysIsThePlainSum(Instant from, String duration, Instant due) {
        assertThat(calendar.due(from, duration, "always", "sdr")).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PT", "four hours", "4H", "P1M", "P1Y", "-P1D", "PT-1H", "P9999999D", "P1D2H"})
    void refusesADurationInASentence(String duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.due(NOW, duration, "business", "sdr"))
                .withMessageContaining("'" + duration + "' is no duration: write PT4H for four hours");
    }

    @Test
    void refusesAnUnknownCalendarInASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.due(NOW, "P1D", "Business", "sdr"))
                .withMessage("'Business' is no calendar: write business or always");
    }

    static Stream<String> teams() {
        return Stream.of("sdr", "long", "lunch", "evening", "new-york", "night");
    }

    @ParameterizedTest
    @MethodSource("teams")
    void hoursAddUpAndNeverLead(String team) {
        Random random = new Random(42);
        for (int i = 0; i < 300; i++) {
            Instant from = anyTime(random);
            Duration first = Duration.ofSeconds(random.nextInt(200_000));
            Duration second = Duration.ofSeconds(random.nextInt(200_000));
            Instant step = due(from, first, team);
            assertThat(due(step, second, team)).isEqualTo(due(from, first.plus(second), team));
            assertThat(step).isAfterOrEqualTo(from.plus(first));
        }
    }

    @ParameterizedTest
    @MethodSource("teams")
    void aLaterStartOrALongerTimeIsNeverDueEarlier(String team) {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            Instant early = anyTime(random);
            Instant late = early.plusSeconds(random.nextInt(200_000));
            Duration time = Duration.ofSeconds(random.nextInt(200_000));
            int days = random.nextInt(6);
            assertThat(due(early, time, team)).isBeforeOrEqualTo(due(late, time, team));
            assertThat(due(early, time, team)).isBeforeOrEqualTo(due(early, time.plusSeconds(60), team));
            assertThat(calendar.due(early, "P" + days + "D", "business", team))
                    .isBeforeOrEqualTo(calendar.due(late, "P" + days + "D", "business", team))
                    .isBeforeOrEqualTo(calendar.due(early, "P" + (days + 1) + "D", "business", team));
        }
    }

    @Test
    void knowsATeamsDateTimesAndOpening() {
        assertThat(calendar.today("sdr")).isEqualTo("2026-11-23");
        assertThat(calendar.today("new-york")).isEqualTo("2026-11-22");
        assertThat(berlin(calendar.at(LocalDate.of(2026, 11, 20), LocalTime.of(10, 0), "new-york")))
                .isEqualTo("2026-11-20T16:00");
        assertThat(berlin(calendar.opening(LocalDate.of(2026, 11, 21), "sdr"))).isEqualTo("2026-11-23T09:00");
        assertThat(berlin(calendar.opening(LocalDate.of(2026, 11, 17), "lunch")))
                .isEqualTo("2026-11-17T13:00");
    }

    @Test
    void switchesSinglePublicHolidaysOff() {
        BusinessCalendar company = calendar(Map.of(
                "default.holidays.country", "de",
                "default.holidays.except", "Whit Monday",
                "teams.munich.holidays.region", "by",
                "teams.munich.holidays.except", "EPIPHANY",
                "default.closed-on", "2026-12-24"));
        // Whit Monday 2027-05-17, Corpus Christi (Bavaria only) 2027-05-27, Epiphany 2027-01-06
        assertThat(opensOn(company, "2027-05-17", "sdr")).isTrue();
        assertThat(opensOn(company, "2027-05-17", "munich")).isFalse();
        assertThat(opensOn(company, "2027-05-27", "sdr")).isTrue();
        assertThat(opensOn(company, "2027-05-27", "munich")).isFalse();
        assertThat(opensOn(company, "2027-01-06", "munich")).isTrue();
        assertThat(opensOn(company, "2026-12-24", "sdr")).isFalse();
        assertThat(opensOn(company, "2026-12-24", "munich")).isFalse();
        assertThat(opensOn(calendar(Map.of("default.holidays.country", "none")), "2026-12-25", "sdr"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            default.zone             | Berlin        | baton.calendar.default.zone is 'Berlin', which is no time zone
            teams.ae.hours.monday    | 9-17          | baton.calendar.teams.ae.hours.monday is '9-17': write opening hours
            teams.ae.hours.monday    | 17:00-09:00   | baton.calendar.teams.ae.hours.monday is '17:00-09:00': write
            teams.ae.hours.monday    | 09:00         | baton.calendar.teams.ae.hours.monday is '09:00': write
            teams.ae.hours.monday    | 09:00-12:00, 11:00-13:00 | its hours overlap or are not in order
            default.holidays.country | xx            | baton.calendar.default.holidays.country is 'xx'
            default.holidays.region  | xx            | baton.calendar.default.holidays.region is 'xx'
            default.holidays.except  | Pancake Day   | baton.calendar.default.holidays.except names 'PANCAKE_DAY'
            """)
    void stopsTheStartWithASentence(String setting, String value, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(Map.of(setting, value)))
                .isInstanceOf(BadCalendar.class)
                .withMessageContaining(sentence);
    }

    @Test
    void refusesAWeekWithoutOpeningHours() {
        Map<String, String> closed = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            closed.put("teams.ae.hours." + day, "closed");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(closed))
                .withMessageContaining("baton.calendar.teams.ae.hours has no opening hours on any day");
    }

    @Test
    void hasUsualHoursWithoutAnySetting() {
        CalendarSettings none = new CalendarSettings(
                new Team(null, Map.of(), new HolidaySettings("de", null, List.of(), List.of()), List.of()), Map.of());
        BusinessCalendar usual = new BusinessCalendar(none, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(berlin(usual.due(at("2026-11-20T16:30"), "PT1H", "business", "anybody")))
                .isEqualTo("2026-11-23T09:30");
    }

    private Instant due(Instant from, Duration time, String team) {
        return calendar.due(from, time.toString(), "business", team);
    }

    /** Some second of two years. */
    private static Instant anyTime(Random random) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 24 * 3600));
    }

    private static boolean opensOn(BusinessCalendar calendar, String date, String team) {
        Instant opening = calendar.opening(LocalDate.parse(date), team);
        return LocalDate.ofInstant(opening, calendar.zone(team)).equals(LocalDate.parse(date));
    }

    private static BusinessCalendar calendar(Map<String, String> settings) {
        Map<String, String> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("baton.calendar." + name, value));
        CalendarSettings bound = new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("baton.calendar", CalendarSettings.class);
        return new BusinessCalendar(bound, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Instant at(String berlin) {
        return LocalDateTime.parse(berlin).atZone(BERLIN).toInstant();
    }

    private static LocalDateTime berlin(Instant instant) {
        return LocalDateTime.ofInstant(instant, BERLIN);
    }
}
