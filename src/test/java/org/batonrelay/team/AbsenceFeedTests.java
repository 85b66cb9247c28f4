package org.batonrelay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
    void saysWhenItIsNoCalendar() {
        assertThatThrownBy(() -> feed.take("<html>log in first</html>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("baton.absences.feed is no calendar");
    }

    private void read(String... entries) {
        String ics =
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + String.join("", entries) + "END:VCALENDAR\r\n";
        transaction.executeWithoutResult(status -> feed.take(ics.getBytes(StandardCharsets.UTF_8)));
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
