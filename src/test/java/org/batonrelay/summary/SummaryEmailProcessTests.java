package org.batonrelay.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.batonrelay.FreePorts;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contact;
import org.batonrelay.relay.RelayEnded;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SummaryEmailProcessTests extends TalkingBaton {

    @Autowired
    private Promises promises;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JavaMailSenderImpl mailServer;

    private Mail mail(String subject) {
        return mailbox.latest(anna.email(), subject);
    }

    // ---- written and sent ----

    @Test
    void sendsTheSummaryInTheNameOfTheHolderUnderItsSixHeadings() {
        Summary sent = sends();

        Mail mail = mail("please confirm");
        assertThat(mail.text())
                .contains("Current situation", "Two plants, one of them on paper.")
                .contains("Business priorities", "Not discussed yet – anything to add?")
                .contains("Competition", "Timeline", "Decision process", "Next steps, by Thu 24 Dec 2026")
                .contains("/c/");
        assertThat(mail.from().getPersonal()).doesNotContain("sdr-1").isNotBlank();
        assertThat(mail.header("X-Baton-Lead")).isEqualTo(reference.value());
        assertThat(mail.header("Reply-To")).contains("reply+");
        assertThat(mail.header("Auto-Submitted")).isNull();
        assertThat(mail.visible()).doesNotContainPattern("(?i)\\b(baton|relay|leg|exchange|handoff|departure)\\b");
        assertThat(sent.status()).isEqualTo(Summary.Status.SENT);
        assertThat(sent.sentAt()).isNotNull();
        assertThat(onRecord()).contains("summary.written", "summary.sent", "mail.sent");
    }

    @Test
    void writesToAGermanContactInGerman() {
        reference = lead("Jürgen Groß", "juergen@gross" + System.nanoTime() + ".example", "Groß GmbH", "de");
        anna = contacts.main(reference).orElseThrow();
        sends();

        assertThat(mail("bitte bestätigen").text())
                .contains("Aktuelle Lage", "Nächste Schritte, bis Do., 24. Dez. 2026", "Noch nicht besprochen");
    }

    @Test
    void agreesTheNextStepAndKeepsEveryPromiseLine() {
        writes(Map.of("promises", """
                        Send the price list | us | 2026-12-01
                        - Name a contact in the works council | them
                        Bring the samples
                        """));
        fire(reference.value(), "sendSummaryEmail");

        Baton baton = batons.get(reference);
        assertThat(baton.nextStep()).isEqualTo("A demonstration on site.");
        assertThat(baton.nextStepOn()).hasToString("2026-12-24");
        assertThat(promises.of(reference))
                .extracting(Promise::what, Promise::side, it -> it.dueOn().toString(), Promise::owner)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Send the price list", "us", "2026-12-01", "sdr-1"),
                        org.assertj.core.groups.Tuple.tuple(
                                "Name a contact in the works council", "client", "2026-12-24", "sdr-1"),
                        org.assertj.core.groups.Tuple.tuple("Bring the samples", "us", "2026-12-24", "sdr-1"));
        assertThat(mail("please confirm").text())
                .contains("We: Send the price list (by Tue 1 Dec 2026)")
                .contains("You: Name a contact in the works council (by Thu 24 Dec 2026)");
    }

    @Test
    void startsTheFormFromTheLastVersion() {
        sends();
        Task form = opensForm();

        assertThat(tasks.getVariables(form.getId()))
                .containsEntry("currentSituation", "Two plants, one of them on paper.")
                .containsEntry("timeline", "A decision before Easter.")
                .containsEntry("nextStepOn", null)
                .containsEntry("promises", null);
    }

    @Test
    void showsTheSummaryOnTheCard() {
        sends();
        Task form = opensForm();

        assertThat(tasks.getVariableTyped(form.getId(), "card").getValue().toString())
                .contains("\"summary\"", "\"status\":\"sent\"", "Two plants, one of them on paper.");
    }

    @Test
    void refusesAnUnknownFurtherRecipientInWords() {
        Task form = opensForm();

        assertThatThrownBy(() -> complete(
                        form,
                        Map.of(
                                "currentSituation", "Two plants.",
                                "nextSteps", "A demonstration.",
                                "nextStepOn", "2026-12-24",
                                "alsoTo", "nobody@nowhere.example")))
                .hasStackTraceContaining("nobody@nowhere.example is no contact of this lead");
        assertThat(summaries.of(reference)).isEmpty();
    }

    @Test
    void countsTheDeadlinesFromTheSending() {
        Summary sent = sends();

        Job reminder = management.createJobQuery().activityId("reminderDue").list().stream()
                .filter(this::isOurs)
                .findFirst()
                .orElseThrow();
        assertThat(reminder.getDuedate().toInstant()).isAfter(sent.sentAt().plusSeconds(86_400));
    }

    @Test
    void marksNothingSentWhileTheMailServerIsDead() {
        writes();
        int alive = mailServer.getPort();
        mailServer.setPort(FreePorts.next());
        Job sending;
        try {
            sending = job("sendSummaryEmail");
            assertThatThrownBy(() -> management.executeJob(sending.getId())).isInstanceOf(RuntimeException.class);
        } finally {
            mailServer.setPort(alive);
        }
        assertThat(version(1).status()).isEqualTo(Summary.Status.WRITTEN);
        assertThat(onRecord()).doesNotContain("summary.sent", "mail.sent");
        assertThat(get(pathOf(anna)).body()).contains("There is no summary yet");
        assertThat(job("sendSummaryEmail").getRetries()).isLessThan(sending.getRetries());
        assertThat(job("sendSummaryEmail").getExceptionMessage()).isNotBlank();

        management.setJobRetries(job("sendSummaryEmail").getId(), 1);
        mailServer.setPort(FreePorts.next());
        try {
            assertThatThrownBy(
                            () -> management.executeJob(job("sendSummaryEmail").getId()))
                    .isInstanceOf(RuntimeException.class);
        } finally {
            mailServer.setPort(alive);
        }
        assertThat(runtime.createIncidentQuery()
                        .activityId("sendSummaryEmail")
                        .processInstanceId(job("sendSummaryEmail").getProcessInstanceId())
                        .count())
                .isEqualTo(1);

        fire(reference.value(), "sendSummaryEmail");
        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        assertThat(mailbox.of(anna.email())).hasSize(1);
    }

    // ---- answered ----

    @Test
    void aConfirmationSettlesTheSummary() {
        sends();
        confirms(anna);

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(version(1).answeredBy()).isEqualTo("client:" + anna.email());
        assertThat(summaries.lastAgreed(reference)).hasValue(version(1));
        assertThat(onRecord("summary.confirmed").actor()).isEqualTo("client:" + anna.email());
        assertSettled();
    }

    @Test
    void anAnswerIsCountedEvenBeforeItsSendingIsOnRecord() {
        writes();
        storesConfirmation();
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertSettled();
    }

    private void storesConfirmation() {
        Summary summary = version(1);
        transaction.executeWithoutResult(tx ->
                clientAnswers.confirm(anna, java.util.UUID.randomUUID().toString(), summary.id(), summary.version()));
    }

    @Autowired
    private ClientAnswers clientAnswers;

    @Test
    void aCorrectionIsANewAgreedVersionThatTheHolderSeesBesideTheOldText() {
        sends();
        corrects(
                anna, Map.of("timeline", "A decision after Easter.", "remark", "Sorry, see [here](https://c.example)"));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CORRECTED);
        assertThat(version(1).headings().timeline()).isEqualTo("A decision before Easter.");
        assertThat(version(2).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(version(2).headings().timeline()).isEqualTo("A decision after Easter.");
        assertThat(version(2).headings().currentSituation()).isEqualTo("Two plants, one of them on paper.");
        assertThat(onRecord()).contains("summary.corrected");
        Task revise = task("reviseSummary");
        assertThat(revise.getAssignee()).isEqualTo("sdr-1");
        assertThat(tasks.getVariable(revise.getId(), "timeline")).isEqualTo("A decision after Easter.");
        assertThat(tasks.getVariable(revise.getId(), "correction").toString())
                .contains("A decision before Easter.", "Sorry, see", "Anna Ash")
                .as("their markup, on our form")
                .doesNotContain("[here]");
    }

    @Test
    void acceptingACorrectionAsItIsSettlesIt() {
        sends();
        corrects(anna, Map.of("timeline", "A decision after Easter."));
        complete(task("reviseSummary"), asShown(task("reviseSummary")));

        assertThat(summaries.of(reference)).hasSize(2);
        assertThat(mailbox.of(anna.email())).hasSize(1);
        assertSettled();
    }

    @Test
    void changingACorrectionSendsANewVersion() {
        sends();
        corrects(anna, Map.of("timeline", "A decision after Easter."));
        Map<String, Object> changed = asShown(task("reviseSummary"));
        changed.put("timeline", "A decision in May, as you said.");
        complete(task("reviseSummary"), changed);
        fire(reference.value(), "sendSummaryEmail");

        assertThat(mail("version 3").text()).contains("A decision in May, as you said.");
        assertThat(version(2).status()).isEqualTo(Summary.Status.CONFIRMED);
        confirms(anna);
        assertThat(version(3).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertSettled();
    }

    private Map<String, Object> asShown(Task task) {
        Map<String, Object> shown = tasks.getVariables(task.getId());
        shown.keySet()
                .retainAll(List.of(
                        "currentSituation",
                        "businessPriorities",
                        "competition",
                        "timeline",
                        "decisionProcess",
                        "nextSteps",
                        "nextStepOn"));
        shown.values().removeIf(java.util.Objects::isNull);
        return shown;
    }

    @Test
    void theFirstAnswerOfSeveralContactsCountsAndALaterDifferentOneIsACorrection() {
        Contact ben = contacts.add(reference, "Ben Birch", "ben@" + anna.email().split("@")[1], null, null, null);
        writes(Map.of("alsoTo", ben.email()));
        fire(reference.value(), "sendSummaryEmail");
        confirms(anna);
        assertSettled();

        corrects(ben, Map.of("competition", "A local firm."));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CORRECTED);
        assertThat(version(2).headings().competition()).isEqualTo("A local firm.");
        assertThat(version(2).author()).isEqualTo("client:" + ben.email());
        complete(task("reviseSummary"), asShown(task("reviseSummary")));
        assertSettled();
    }

    @Test
    void aSecondConfirmationOnlyGoesOnTheTimeline() {
        Contact ben = contacts.add(reference, "Ben Birch", "ben@" + anna.email().split("@")[1], null, null, null);
        writes(Map.of("alsoTo", ben.email()));
        fire(reference.value(), "sendSummaryEmail");
        Map<String, String> bensForm = form(ben);
        confirms(anna);
        post(ben, "confirm", bensForm);
        countAnswers();

        assertThat(onRecord()).containsOnlyOnce("summary.confirmed");
        assertThat(onRecord("lead.touched").actor()).isEqualTo("client:" + ben.email());
    }

    // ---- silence ----

    private void staysSilent() {
        fire(reference.value(), "reminderDue");
        fire(reference.value(), "remindClient");
        fire(reference.value(), "silenceDue");
    }

    @Test
    void remindsOnceAndSaysThatNoPersonWroteIt() {
        sends();
        fire(reference.value(), "reminderDue");
        fire(reference.value(), "remindClient");

        Mail reminder = mail("reminder");
        assertThat(reminder.header("Auto-Submitted")).isNotNull();
        assertThat(reminder.header("In-Reply-To"))
                .isEqualTo(mail("please confirm").header("Message-ID"));
        assertThat(reminder.visible()).doesNotContainPattern("(?i)\\b(baton|relay|leg|exchange|handoff|departure)\\b");
        assertThat(onRecord()).contains("summary.reminded");
    }

    @Test
    void silenceRaisesTheFlagAndATaskForTodaysHolder() {
        sends();
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("ae-1"), "test"));
        staysSilent();

        assertThat(flags()).isEqualTo("summary-unanswered");
        assertThat(version(1).status()).isEqualTo(Summary.Status.UNANSWERED);
        assertThat(onRecord()).contains("summary.unanswered", "flag.raised");
        assertThat(task("decideOnSilence").getAssignee()).isEqualTo("ae-1");
    }

    @Test
    void anAnswerWithdrawsTheTaskAndClearsTheFlag() {
        sends();
        staysSilent();
        confirms(anna);

        assertThat(isOpen("decideOnSilence")).isFalse();
        assertThat(flags()).isEmpty();
        assertSettled();
    }

    @Test
    void sendsAgainOnRequest() {
        sends();
        staysSilent();
        complete(task("decideOnSilence"), Map.of("silenceDecision", "resend"));
        fire(reference.value(), "sendSummaryEmail");

        assertThat(mailbox.of(anna.email())).extracting(Mail::subject).hasSize(3);
        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
        confirms(anna);
        assertSettled();
    }

    @Test
    void takesAConfirmationByPhone() {
        sends();
        staysSilent();
        complete(task("decideOnSilence"), Map.of("silenceDecision", "confirmed-by-phone"));

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(onRecord("summary.confirmed").actor()).isEqualTo("sdr-1");
        assertThat(onRecord("summary.confirmed").detail()).containsEntry("how", "phone");
        assertThat(flags()).isEmpty();
        assertThat(get(pathOf(anna)).body()).contains("You told us on");
        assertSettled();
    }

    @Test
    void goingOnIsADepartureAndTheFlagStays() {
        sends();
        staysSilent();
        complete(
                task("decideOnSilence"), Map.of("silenceDecision", "go-on", "goOnReason", "She is on parental leave."));

        assertThat(onRecord("departure.recorded").detail()).containsEntry("why", "She is on parental leave.");
        assertThat(flags()).isEqualTo("summary-unanswered");
        assertSettled();
    }

    @Test
    void aLateConfirmationStillClearsTheFlag() {
        goingOnIsADepartureAndTheFlagStays();
        confirms(anna);

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(flags()).isEmpty();
    }

    @Test
    void aLateCorrectionStillReachesTodaysHolder() {
        goingOnIsADepartureAndTheFlagStays();
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("ae-1"), "test"));
        corrects(anna, Map.of("decisionProcess", "The board decides."));

        assertThat(flags()).isEmpty();
        assertThat(task("reviseSummary").getAssignee()).isEqualTo("ae-1");
        complete(task("reviseSummary"), asShown(task("reviseSummary")));
        assertThat(summaries.lastAgreed(reference).orElseThrow().headings().decisionProcess())
                .isEqualTo("The board decides.");
        assertSettled();
    }

    @Test
    void remindsNobodyWhereTheTableNamesNoReminder() {
        writes();
        runtime.setVariable(job("sendSummaryEmail").getProcessInstanceId(), "remindAfter", null);
        fire(reference.value(), "sendSummaryEmail");
        fire(reference.value(), "silenceDue");

        assertThat(onRecord()).doesNotContain("summary.reminded").contains("summary.unanswered");
        assertThat(mailbox.of(anna.email())).hasSize(1);
    }

    // ---- withdrawn ----

    @Test
    void aNewerSummaryWithdrawsOneThatStillWaits() {
        sends();
        staysSilent();
        writes(Map.of("currentSituation", "Three plants."));

        assertThat(version(1).status()).isEqualTo(Summary.Status.WITHDRAWN);
        assertThat(onRecord()).contains("summary.withdrawn");
        assertThat(flags()).isEmpty();
        assertThat(isOpen("decideOnSilence")).isFalse();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("summary-email")
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theEndOfTheRelayWithdrawsWhatStillWaits() {
        sends();
        Map<String, String> open = form(anna);
        transaction.executeWithoutResult(tx -> events.publishEvent(new RelayEnded(reference, Baton.State.FINISHED)));

        assertThat(version(1).status()).isEqualTo(Summary.Status.WITHDRAWN);
        assertSettled();
        assertThat(post(anna, "confirm", open).body()).contains("No answer is needed any more");
        countAnswers();
        assertThat(version(1).status()).isEqualTo(Summary.Status.WITHDRAWN);
        assertThat(onRecord()).contains("lead.touched").doesNotContain("summary.confirmed");
    }

    @Test
    void theEndOfTheRelayTakesAnOpenRevisionAway() {
        sends();
        corrects(anna, Map.of("timeline", "Later."));
        transaction.executeWithoutResult(tx -> events.publishEvent(new RelayEnded(reference, Baton.State.CLOSED)));

        assertThat(isOpen("reviseSummary")).isFalse();
        assertThat(version(2).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    // ---- nobody to reach ----

    @Test
    void asksTheHolderForAnAddressWhenNobodyCanBeReached() {
        jdbc.sql("update contact set reachable = false where id = :id")
                .param("id", anna.id())
                .update();
        writes();

        assertThat(flags()).isEqualTo("mail-bounced");
        String mended = "anna.ash@" + anna.email().split("@")[1];
        complete(task("mendAddress"), Map.of("contactEmail", mended));
        fire(reference.value(), "sendSummaryEmail");

        assertThat(flags()).isEmpty();
        assertThat(mailbox.latest(mended, "please confirm")).isNotNull();
    }

    @Test
    void aSummaryRefusesWhatItsStatusForbidsAndNamesIt() {
        sends();
        confirms(anna);

        assertThatThrownBy(() -> version(1).withdraw())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("confirmed")
                .isNotInstanceOf(Refusal.class);
    }

    private Job job(String activity) {
        return management.createJobQuery().activityId(activity).list().stream()
                .filter(this::isOurs)
                .findFirst()
                .orElseThrow();
    }

    private boolean isOurs(Job job) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .processInstanceBusinessKey(reference.value())
                        .count()
                == 1;
    }
}
