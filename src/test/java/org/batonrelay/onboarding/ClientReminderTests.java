package org.batonrelay.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.lead.AutomaticMail;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminders to the client of what they do themselves. */
class ClientReminderTests extends RunningOnboarding {

    private static final List<String> TIMERS = List.of("clientReminderDue", "secondReminderDue");

    @Autowired
    private AutomaticMail automaticMail;

    /** A Monday ahead, so that two business days later is the Wednesday. */
    private static LocalDate monday() {
        return HouseDay.today().plusWeeks(2).with(DayOfWeek.MONDAY);
    }

    private Promise theirs(String what, LocalDate due) {
        return promises.make(lead, null, what, "client", "csm-1", due);
    }

    private void begin() {
        isHeldBy("csm-1", Leg.ONBOARDING);
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");
    }

    private List<Date> due(String timer) {
        return jobs(timer).stream().map(Job::getDuedate).toList();
    }

    private List<Job> jobs(String activity) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                .flatMap(it ->
                        management.createJobQuery().processInstanceId(it.getId()).activityId(activity).list().stream())
                .toList();
    }

    /** Fires a timer of every item of the client's, and sends what it leads to. */
    private void dayComes(String timer) {
        jobs(timer).stream()
                .filter(it -> it.getDuedate().before(Date.from(Instant.parse("9000-01-01T00:00:00Z"))))
                .map(Job::getId)
                .forEach(management::executeJob);
        jobs("remindClientOfItem").stream().map(Job::getId).forEach(management::executeJob);
    }

    private List<Mail> mails() {
        return mailbox.of(client());
    }

    @Test
    void o6_remindsAtDueAndTwoBusinessDaysLater() {
        begin();
        theirs("Name a project lead", monday());
        assertThat(due("clientReminderDue"))
                .anySatisfy(it -> assertThat(LocalDate.ofInstant(it.toInstant(), HouseDay.ZONE))
                        .isEqualTo(monday()));
        assertThat(due("secondReminderDue"))
                .anySatisfy(it -> assertThat(LocalDate.ofInstant(it.toInstant(), HouseDay.ZONE))
                        .isEqualTo(monday().plusDays(2)));
        dayComes("clientReminderDue");

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("A short reminder for");
            assertThat(mail.text()).contains("Name a project lead", "/c/", "No more automatic mails");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        });
        assertThat(lastOnRecord("mail.sent").detail().get("subject").toString()).startsWith("A short reminder");
        assertThat(open()).hasSize(2);
    }

    @Test
    void o6_remindsOnceOfSeveralItemsThatAreDueOnOneDay() {
        begin();
        theirs("Name a project lead", monday());
        theirs("Send the list of users", monday());
        theirs("Sign the agreement", monday().plusDays(1));

        dayComes("clientReminderDue");

        assertThat(mails()).hasSize(2);
        assertThat(mails()).anySatisfy(it -> assertThat(it.text()).contains("project lead", "list of users"));
        assertThat(mails())
                .anySatisfy(it -> assertThat(it.text()).contains("Sign").doesNotContain("project lead"));
    }

    @Test
    void o6_theSecondReminderSaysThatItIsStillOpen() {
        begin();
        theirs("Name a project lead", HouseDay.today().minusDays(9));

        dayComes("secondReminderDue");

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("Still open: what you wanted to do by");
            assertThat(mail.text()).contains("is still open with you", "Name a project lead");
        });
        dayComes("clientReminderDue");
        assertThat(mails()).as("one mail a day").hasSize(1);
    }

    @Test
    void o6_neverRemindsOfWhatIsOurs() {
        begin();

        jobs("clientReminderDue").forEach(it -> management.executeJob(it.getId()));
        jobs("remindClientOfItem").forEach(it -> management.executeJob(it.getId()));

        assertThat(mails()).isEmpty();
    }

    @Test
    void o6_neverRemindsOfWhatIsDone() {
        begin();
        Promise done = theirs("Name a project lead", monday());
        theirs("Send the list of users", monday());
        clientItems.done(done, contacts.main(lead).orElseThrow());

        dayComes("clientReminderDue");
        theirs("Sign the agreement", monday());
        clientItems.done(
                promises.of(lead).stream()
                        .filter(it -> it.what().equals("Sign the agreement"))
                        .findFirst()
                        .orElseThrow(),
                contacts.main(lead).orElseThrow());

        assertThat(mails())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).contains("list of users").doesNotContain("project lead"));
        assertThat(jobs("clientReminderDue").stream()
                        .filter(it -> it.getDuedate().before(Date.from(Instant.parse("9000-01-01T00:00:00Z")))))
                .isEmpty();
    }

    @Test
    void o6_stopsWhenTheClientOptsOut() {
        begin();
        theirs("Name a project lead", monday());
        automaticMail.stop(contacts.main(lead).orElseThrow(), "client:" + client());

        TIMERS.forEach(this::dayComes);

        assertThat(mails()).isEmpty();
        assertThat(onRecord()).doesNotContain("mail.sent");
    }

    @Test
    void o6_writesInTheClientsLanguage() {
        begin();
        jdbc.sql("update contact set language = 'de' where reference = :reference")
                .param("reference", lead.value())
                .update();
        theirs("Projektleitung benennen", monday());

        dayComes("clientReminderDue");

        assertThat(mails()).singleElement().satisfies(it -> {
            assertThat(it.subject()).startsWith("Kurze Erinnerung an den");
            assertThat(it.text()).contains("Projektleitung benennen", "das wollten Sie bis zum");
        });
    }

    @Test
    void o6_remindsOfTheNewDayWhenAnItemIsMovedAndNeverOfOurs() {
        begin();
        theirs("Name a project lead", monday());
        decide(
                "Name a project lead",
                Map.of(
                        "promiseDecision",
                        "moved",
                        "movedTo",
                        monday().plusWeeks(1).toString(),
                        "reason",
                        "On holiday"));

        assertThat(due("clientReminderDue").stream()
                        .filter(it -> it.before(Date.from(Instant.parse("9000-01-01T00:00:00Z")))))
                .singleElement()
                .satisfies(it -> assertThat(LocalDate.ofInstant(it.toInstant(), HouseDay.ZONE))
                        .isEqualTo(monday().plusWeeks(1)));
    }
}
