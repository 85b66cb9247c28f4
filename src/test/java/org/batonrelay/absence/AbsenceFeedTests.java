package org.batonrelay.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.calendar.BusinessCalendar;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R5: a calendar that somebody else keeps says who is away. */
class AbsenceFeedTests extends RunningBaton {

    private static final List<String> PEOPLE = List.of("fay", "gus");

    @Autowired
    AbsenceFeed feed;

    @Autowired
    Absences absences;

    @Autowired
    AbsenceTroubles troubles;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void twoPeople() {
        for (String person : PEOPLE) {
            User user = identity.newUser(person);
            user.setPassword(person);
            user.setFirstName(person.substring(0, 1).toUpperCase(Locale.ROOT) + person.substring(1));
            user.setLastName("Feed");
            user.setEmail(person + "@feed.example");
            identity.saveUser(user);
            identity.createMembership(person, "ae");
        }
    }

    @AfterEach
    void theyGo() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("absence")
                .list()
                .forEach(absence -> runtime.deleteProcessInstance(absence.getId(), "test"));
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from absence_trouble").update();
        PEOPLE.forEach(identity::deleteUser);
    }

    @Test
    void notesWhoIsAwayAndWhoStandsIn() {
        read(entry("a", 0, 3, "fay", "gus"));

        Absence absence = absences.of("fay").orElseThrow();
        assertThat(absence.firstDay()).isEqualTo(today());
        assertThat(absence.lastDay()).isEqualTo(today().plusDays(2));
        assertThat(absence.substitute()).isEqualTo("gus");
        fire("absence-fay", "absenceBegins");
        assertThat(absences.standInFor("fay")).contains("gus");
    }

    @Test
    void changesAndEndsWhatHasChangedOrGone() {
        read(entry("a", 0, 3, "fay", null));
        read(entry("a", 0, 3, "fay", null));
        assertThat(running()).isEqualTo(1);

        read(entry("a", 0, 9, "fay", null));
        assertThat(absences.of("fay").orElseThrow().lastDay()).isEqualTo(today().plusDays(8));
        assertThat(running()).isEqualTo(1);

        read();
        assertThat(absences.of("fay")).isEmpty();
        assertThat(running()).isZero();
    }

    @Test
    void leavesBackWhoHasComeBackEarly() {
        read(entry("a", 0, 3, "fay", null));
        complete("fay", "absence-fay", "endAbsence", java.util.Map.of());

        read(entry("a", 0, 3, "fay", null));

        assertThat(absences.of("fay")).isEmpty();
    }

    @Test
    void takesTheRestOfACalendarWithSomethingInItThatDoesNotAddUp() {
        read(
                entry("a", 0, 3, "nobody-at-all", null),
                entry("b", -9, -5, "gus", null),
                "BEGIN:VEVENT\r\nUID:c\r\nDTSTAMP:20260101T000000Z\r\nEND:VEVENT\r\n",
                entry("d", 0, 3, "fay", "fay"),
                entry("e", 0, 2, "gus", null));

        assertThat(absences.of("gus")).isPresent();
        assertThat(absences.of("fay")).isEmpty();
    }

    @Test
    void captureV1_tellsManagersWhatItDoesNotUnderstandUntilItIsMended() {
        read(
                "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Fay Feed: home\r\nDTSTART;TZID=Customized Time Zone:20990101T080000\r\n"
                        + "DTEND:20990101T180000\r\nEND:VEVENT\r\n",
                entry("a", 0, 3, "gus", null));

        assertThat(absences.of("gus")).isPresent();
        assertThat(page("manager-1"))
                .contains("Fay Feed: home", "its time zone &#39;Customized Time Zone&#39; is not known")
                .contains("Gus Feed", "from the calendar");
        var since = troubles.all();
        read(
                "BEGIN:VEVENT\r\nUID:x\r\nSUMMARY:Fay Feed: home\r\nDTSTART;TZID=Customized Time Zone:20990101T080000\r\n"
                        + "DTEND:20990101T180000\r\nEND:VEVENT\r\n",
                entry("a", 0, 3, "gus", null));
        assertThat(troubles.all()).isEqualTo(since);

        read(entry("a", 0, 3, "gus", null));
        assertThat(troubles.all()).isEmpty();
        assertThat(absences.of("gus")).isPresent();
    }

    @Test
    void captureV1_anEntryThatCannotBeReadAnyMoreEndsNothing() {
        read(entry("a", 0, 3, "fay", null));
        read(entry("a", 0, 3, "fay", null).replace("END:VEVENT", "RRULE:FREQ=FORTNIGHTLY\r\nEND:VEVENT"));
        assertThat(absences.of("fay")).isPresent();

        // nor does a file that was cut off
        transaction.executeWithoutResult(status -> feed.take("BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8)));
        work();
        assertThat(absences.of("fay")).isPresent();
        assertThat(troubles.all())
                .extracting(AbsenceTroubles.Trouble::why)
                .containsExactly("it is cut off before its end");

        read();
        assertThat(absences.of("fay")).isEmpty();
    }

    @Test
    void captureV3_aSeriesIsAnAbsenceEachTime() {
        String series = entry("a", 7, 8, "fay", null)
                .replace("END:VEVENT", "RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;VALUE=DATE:" + day(14) + "\r\nEND:VEVENT");
        read(series);
        assertThat(daysOf("fay")).containsExactly(today().plusDays(7), today().plusDays(21), today().plusDays(28));
        assertThat(running()).isEqualTo(3);

        read(series);
        assertThat(running()).isEqualTo(3);

        read(series.replace("COUNT=4", "COUNT=3"));
        assertThat(daysOf("fay")).containsExactly(today().plusDays(7), today().plusDays(21));
    }

    @Test
    void captureV3_daysInARowAreOneAbsence() {
        read(entry("a", -2, -1, "fay", null).replace("END:VEVENT", "RRULE:FREQ=DAILY;COUNT=6\r\nEND:VEVENT"));
        Absence absence = absences.of("fay").orElseThrow();
        assertThat(absence.firstDay()).isEqualTo(today().minusDays(2));
        assertThat(absence.lastDay()).isEqualTo(today().plusDays(3));
        assertThat(running()).isEqualTo(1);
    }

    @Test
    void captureV6_isMatchedByNameElseTold() {
        read(
                summary("a", "Urlaub Gus Feed (Vertretung: Fay Feed)"),
                summary("b", "Zoe Nobody is out"),
                summary("c", "Fay Feed, Gus Feed: trade fair"));

        assertThat(absences.of("gus").orElseThrow().substitute()).isEqualTo("fay");
        assertThat(absences.of("fay")).isEmpty();
        assertThat(troubles.all())
                .extracting(AbsenceTroubles.Trouble::why)
                .containsExactlyInAnyOrder("it names nobody of the house", "it names more than one of the house");
    }

    @Test
    void captureV6_whatIsOverIsNotTold() {
        read(summary("b", "Zoe Nobody was out").replace(day(0), day(-30)).replace(day(1), day(-29)));
        assertThat(troubles.all()).isEmpty();
    }

    @Test
    void ofTwoEntriesThatOverlapEachDayCountsOnce() {
        read(entry("a", 0, 3, "fay", null), entry("b", 1, 6, "fay", "gus"));
        assertThat(daysOf("fay")).containsExactly(today(), today().plusDays(3));
        assertThat(troubles.all()).isEmpty();

        read(entry("b", 1, 6, "fay", "gus"));
        assertThat(daysOf("fay")).containsExactly(today().plusDays(1));
    }

    @Test
    void whoIsAwayAgainAfterAnAbsenceIsOverIs() {
        read(entry("a", -5, -2, "fay", null));
        assertThat(running()).isZero();
        read(entry("a", -5, 2, "fay", null));
        assertThat(absences.of("fay")).isPresent();
    }

    @Test
    void aCalendarThatCannotBeFetchedIsToldAndEndsNothing() {
        read(entry("a", 0, 3, "fay", null));
        troubles.isUnreadable("its server answers 503");
        troubles.isUnreadable("its server answers 404");
        assertThat(troubles.all()).extracting(AbsenceTroubles.Trouble::why).containsExactly("its server answers 404");
        assertThat(absences.of("fay")).isPresent();
    }

    @Test
    void onlyManagersReadTheDaysOff() {
        assertThat(statusOf("ae-1")).isEqualTo(404);
        assertThat(page("manager-1")).contains("Everybody", "New Year");
    }

    @Test
    void saysWhenItIsNoCalendar() {
        assertThatThrownBy(() -> feed.take("<html>log in first</html>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("baton.absences.feed is no calendar");
    }

    private void read(String... entries) {
        String ics =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + String.join("", entries) + "END:VCALENDAR\r\n";
        transaction.executeWithoutResult(status -> feed.take(ics.getBytes(StandardCharsets.UTF_8)));
        work();
    }

    private void work() {
        jdbc.sql("select ID_ from ACT_RU_JOB where HANDLER_CFG_ like 'feed-absence%' order by HANDLER_CFG_")
                .query(String.class)
                .list()
                .forEach(management::executeJob);
    }

    private String entry(String uid, int from, int to, String person, String substitute) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "-feed\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Away\r\nDTSTART;VALUE=DATE:"
                + day(from) + "\r\nDTEND;VALUE=DATE:" + day(to) + "\r\nATTENDEE:mailto:" + person + "@feed.example\r\n"
                + (substitute == null ? "" : "ATTENDEE:mailto:" + substitute + "@feed.example\r\n")
                + "END:VEVENT\r\n";
    }

    private String summary(String uid, String summary) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:" + summary + "\r\nDTSTART;VALUE=DATE:" + day(0)
                + "\r\nDTEND;VALUE=DATE:" + day(1) + "\r\nEND:VEVENT\r\n";
    }

    private List<LocalDate> daysOf(String person) {
        return absences.notYetOver().stream()
                .filter(it -> it.person().equals(person))
                .map(Absence::firstDay)
                .toList();
    }

    private String page(String person) {
        return new Caller(port, person)
                .get("/leads/days-off", "Accept", "text/html")
                .body();
    }

    private int statusOf(String person) {
        return new Caller(port, person)
                .get("/leads/days-off", "Accept", "text/html")
                .statusCode();
    }

    private String day(int ahead) {
        return today().plusDays(ahead).toString().replace("-", "");
    }

    private LocalDate today() {
        return calendar.today("ae");
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey("absence-fay")
                .count();
    }
}
