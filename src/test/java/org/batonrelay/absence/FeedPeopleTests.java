package org.batonrelay.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.batonrelay.calendar.CalendarFeedReader;
import org.batonrelay.calendar.DaysAway;
import org.batonrelay.team.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section V of the cases: whom an entry means, and where the calendar lies. */
class FeedPeopleTests {

    private final FeedPeople house = new FeedPeople(List.of(
            new Person("ae-1", "Fay Klein", "Fay.Klein@house.example"),
            new Person("ae-2", "Gus Müller", "gus@house.example"),
            new Person("ae-3", "Fay Klein-Groß", null),
            new Person("mark", "Mark", "mark@house.example"),
            new Person("sdr-1", "Ann Twin", "ann1@house.example"),
            new Person("sdr-2", "Ann Twin", "ann2@house.example")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fay Klein - holiday                            | ae-1 |
            Out of office: KLEIN, Fay                      | ae-1 |
            Urlaub Klein Fay                               | ae-1 |
            fay.klein@house.example away                   | ae-1 |
            Urlaub Gus Mueller                             | ae-2 |
            Muller Gus: congés                             | ae-2 |
            Urlaub Fay Klein-Gross                         | ae-3 |
            ae-2 off                                       | ae-2 |
            Fay Klein off (cover: Gus Müller)              | ae-1 | ae-2
            Urlaub Fay Klein, Vertretung Gus Müller        | ae-1 | ae-2
            Gus Müller away, Zoe Nobody stands in          | ae-2 |
            mark@house.example on leave                    | mark |
            """)
    void captureV6_whoeverIsNamedInTheSummaryIsMeant(String summary, String person, String substitute) {
        assertThat(meant("SUMMARY:" + summary)).isEqualTo(new FeedPeople.Meant(person, substitute, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fay on holiday                   | it names nobody of the house
            Mark the date                    | it names nobody of the house
            Fay Kleinert away                | it names nobody of the house
            Holiday                          | it names nobody of the house
            Fay Klein and Gus Müller: fair   | it names more than one of the house
            Ann Twin away                    | it names more than one of the house
            """)
    void captureV6_elseItIsTold(String summary, String trouble) {
        assertThat(meant("SUMMARY:" + summary)).isEqualTo(new FeedPeople.Meant(null, null, trouble));
    }

    @Test
    void captureV6_theOrganizerWhereNobodyElseIsNamed() {
        assertThat(meant("SUMMARY:Away", "ORGANIZER:mailto:gus@house.example").person())
                .isEqualTo("ae-2");
        assertThat(meant("SUMMARY:Fay Klein away", "ORGANIZER:mailto:hr@house.example")
                        .person())
                .isEqualTo("ae-1");
        assertThat(meant("SUMMARY:Away (cover Fay Klein)", "ORGANIZER:mailto:gus@house.example"))
                .isEqualTo(new FeedPeople.Meant("ae-2", "ae-1", null));
        assertThat(meant("SUMMARY:Away", "ORGANIZER:mailto:hr@house.example").trouble())
                .isEqualTo("it names nobody of the house");
    }

    @Test
    void captureV6_anAttendeeIsFoundByNameAsWell() {
        assertThat(meant("ATTENDEE;CN=\"Klein, Fay\":invalid:nomail").person()).isEqualTo("ae-1");
        assertThat(meant("ATTENDEE;EMAIL=gus@house.example:urn:uuid:1").person())
                .isEqualTo("ae-2");
        assertThat(meant("ATTENDEE:MAILTO:FAY.KLEIN@House.example").person()).isEqualTo("ae-1");
        assertThat(meant("ATTENDEE:mailto:zoe@else.example").trouble())
                .isEqualTo("zoe@else.example is nobody of the house");
        assertThat(meant("ATTENDEE:mailto:gus@house.example", "ATTENDEE:mailto:zoe@else.example"))
                .isEqualTo(new FeedPeople.Meant(
                        "ae-2",
                        null,
                        "zoe@else.example, who stands in, is nobody of the house; the absence counts without"));
    }

    @Test
    void captureV7_roomsAreNobodyAndWhoDeclinesIsHere() {
        assertThat(meant(
                        "ATTENDEE;CUTYPE=ROOM:mailto:room@house.example",
                        "ATTENDEE;CUTYPE=resource:mailto:car@house.example",
                        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:gus@house.example"))
                .isEqualTo(new FeedPeople.Meant("ae-2", null, null));
        assertThat(meant(
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:gus@house.example",
                        "ATTENDEE:mailto:fay.klein@house.example"))
                .isEqualTo(new FeedPeople.Meant(null, null, null));
        assertThat(meant(
                        "ATTENDEE:mailto:gus@house.example",
                        "ATTENDEE;PARTSTAT=DECLINED:mailto:fay.klein@house.example"))
                .isEqualTo(new FeedPeople.Meant("ae-2", null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "webcal://house.example/away.ics?x=1, https://house.example/away.ics?x=1",
        "WEBCAL://house.example/away.ics, https://house.example/away.ics",
        "webcals://house.example:8443/a, https://house.example:8443/a",
        "http://house.example/a, http://house.example/a",
        "file:/srv/away.ics, file:/srv/away.ics"
    })
    void captureV9_webcalIsReadAsHttps(String setting, String read) {
        assertThat(FeedAddress.of(setting).orElseThrow().address()).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://house.example/a",
                "caldav://house.example/a",
                "house.example/a",
                "https:/a",
                "not an address",
                "C:\\away.ics"
            })
    void captureV9_whatCannotBeReadStopsTheStartWithASentence(String setting) {
        assertThatThrownBy(() -> FeedAddress.of(setting))
                .isInstanceOf(BadFeed.class)
                .hasMessage("baton.absences.feed is '" + setting
                        + "': write an address that begins with https://, http://, webcal:// or file:/.");
    }

    @Test
    void captureV9_withoutAnAddressNothingIsRead() {
        assertThat(FeedAddress.of(null)).isEmpty();
        assertThat(FeedAddress.of(" ")).isEmpty();
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("away.ics"), "BEGIN:VCALENDAR");
        assertThat(FeedAddress.of(file.toUri().toString()).orElseThrow().read())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("BEGIN:VCALENDAR");
    }

    @ParameterizedTest
    @CsvSource({
        "1-5, '', 1-5",
        "1-5, 1-5, ''",
        "1-5, 4-8, 1-3",
        "4-8, 1-5, 6-8",
        "1-9, 3-4 6-6, 1-2 5-5 7-9",
        "1-9, 3-4 3-9, 1-2",
        "3-4, 1-1 9-9, 3-4"
    })
    void whatIsTakenIsCutOut(String days, String taken, String left) {
        assertThat(FeedEntry.without(stretches(days).get(0), stretches(taken))).isEqualTo(stretches(left));
    }

    private static List<DaysAway> stretches(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(" ")).stream()
                        .map(it -> it.split("-"))
                        .map(it -> new DaysAway(day(it[0]), day(it[1])))
                        .toList();
    }

    private static LocalDate day(String day) {
        return LocalDate.of(2026, 12, Integer.parseInt(day));
    }

    private FeedPeople.Meant meant(String... lines) {
        String ics = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20261221\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return house.in(CalendarFeedReader.read(
                        ics.getBytes(StandardCharsets.UTF_8),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        ZoneOffset.UTC)
                .entries()
                .get(0));
    }
}
