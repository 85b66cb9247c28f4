package org.batonrelay.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.batonrelay.Caller;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.WaitingErrands;
import org.batonrelay.lead.Contact;
import org.batonrelay.summary.HeadingTitles;
import org.batonrelay.summary.Summary;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;

class OnboardingProcessTests extends RunningOnboarding {

    @Autowired
    private HeadingTitles titles;

    @Autowired
    @Qualifier("tellMeetingEve")
    private Errand<?> tellMeetingEve;

    @Autowired
    private WaitingErrands waiting;

    @Autowired
    @Qualifier("aboutTasks")
    ApplicationRunner aboutTasks;

    @Test
    void makesATaskWithOwnerAndDateOfEachPromiseAndTemplateItem() {
        begins();

        Task item = item("Send the price list");
        assertThat(item.getAssignee()).isEqualTo("csm-1");
        assertThat(item.getDueDate()).isNotNull();
        assertThat(open()).containsExactly("keepPromise", "keepPromise");
        assertThat(item(KICK_OFF).getAssignee()).isEqualTo("csm-1");
        assertThat(promises.of(lead)).extracting(Promise::what).contains(KICK_OFF);
    }

    @Test
    void peopleP9_eachListSaysWhichPromiseItIs() {
        Promise promise = begins();

        assertThat(about("Send the price list"))
                .contains("Send the price list", "we do it", "by " + WrittenDates.day(promise.dueOn()));
        assertThat(about(KICK_OFF)).contains(KICK_OFF).isNotEqualTo(about("Send the price list"));
    }

    @Test
    void peopleP9_saysItOfTasksThatWereThereBefore() throws Exception {
        begins();
        tasks.removeVariableLocal(item(KICK_OFF).getId(), "about");

        aboutTasks.run(new DefaultApplicationArguments());

        assertThat(about(KICK_OFF)).contains(KICK_OFF);
    }

    private String about(String what) {
        return String.valueOf(tasks.getVariableLocal(item(what).getId(), "about"));
    }

    @Test
    void letsAPromiseJoinThatIsMadeLater() {
        begins();

        promises.make(lead, null, "Train the second shift", "client", "csm-1", date(6));

        assertThat(item("Train the second shift").getAssignee()).isEqualTo("csm-1");
        assertThat(open()).hasSize(3);
    }

    @Test
    void leavesAnItemWithItsOwnerWhoeverHolds() {
        isHeldBy("csm-1", Leg.ONBOARDING);
        promises.make(lead, null, "Invoice by department", "us", "legal-1", date(5));
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");

        assertThat(item("Invoice by department").getAssignee()).isEqualTo("legal-1");
    }

    @Test
    void keepsAPromiseOnRecord() {
        Promise promise = begins();

        decide("Send the price list", Map.of("promiseDecision", "kept"));

        assertThat(promises.get(promise.id()).state()).isEqualTo("kept");
        assertThat(lastOnRecord("promise.kept").detail()).containsEntry("what", "Send the price list");
        assertThat(open()).containsExactly("keepPromise");
    }

    @Test
    void peopleP15_whatIsTickedOnOneFormIsDoneWithItsOwnTaskAndEntry() {
        Promise promise = begins();
        Promise theirs = promises.make(lead, null, "Train the second shift", "client", "csm-1", date(6));
        Promise late = promises.make(lead, null, "Invoice by department", "us", "csm-1", date(-2));

        // the kickoff may be done only when what is past its date is decided: here it is ticked with it
        decide(KICK_OFF, Map.of("promiseDecision", "kept", "alsoKept", ticked(promise, theirs, late)));

        assertThat(open()).containsExactly("writeSummary");
        assertThat(promises.of(lead)).extracting(Promise::state).containsOnly("kept");
        assertThat(onRecord().stream().filter("promise.kept"::equals)).hasSize(4);
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(lead.value())
                        .taskDefinitionKey("keepPromise")
                        .taskDeleteReason("completed")
                        .count())
                .isEqualTo(4);
    }

    @Test
    void peopleP15_aKickoffCanBeTickedWithWhatItWaitsFor() {
        begins();
        promises.make(lead, null, "Invoice by department", "us", "csm-1", date(-2));
        Promise kickoff = promises.of(lead).stream()
                .filter(it -> it.what().equals(KICK_OFF))
                .findFirst()
                .orElseThrow();

        decide("Invoice by department", Map.of("promiseDecision", "kept", "alsoKept", ticked(kickoff)));

        assertThat(open()).containsExactly("keepPromise");
        assertThat(item("Send the price list")).isNotNull();
    }

    @Test
    void peopleP15_nobodyTicksWhatIsOnTheListOfAnother() {
        begins();
        Promise legals = promises.make(lead, null, "Invoice by department", "us", "legal-1", date(5));

        assertThatThrownBy(() -> decide(KICK_OFF, Map.of("promiseDecision", "kept", "alsoKept", ticked(legals))))
                .hasStackTraceContaining("What else of yours is done?");

        assertThat(open()).hasSize(3);
        assertThat(onRecord()).doesNotContain("promise.kept");
    }

    @Test
    void peopleP15_whatIsMovedTakesNothingAlong() {
        Promise promise = begins();

        decide(
                KICK_OFF,
                Map.of(
                        "promiseDecision",
                        "moved",
                        "movedTo",
                        day(30),
                        "reason",
                        "They asked for it",
                        "alsoKept",
                        ticked(promise)));

        assertThat(promises.get(promise.id()).state()).isEqualTo("open");
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));
        assertThat(promises.get(promise.id()).state()).isEqualTo("open");
    }

    /** What Tasklist sends of a list of boxes. */
    private static Object ticked(Promise... also) {
        return SpinValues.jsonValue(Arrays.stream(also)
                        .map(it -> "\"" + it.id() + "\"")
                        .toList()
                        .toString())
                .create();
    }

    @Test
    void withdrawsTheTaskOfWhatTheClientSaysIsDone() {
        begins();
        promises.make(lead, null, "Train the second shift", "client", "csm-1", date(6));
        Promise theirs = promises.of(lead).stream()
                .filter(it -> it.side().equals("client"))
                .findFirst()
                .orElseThrow();
        Contact anna = contacts.main(lead).orElseThrow();
        assertThat(open()).hasSize(3);

        assertThat(clientItems.done(theirs, anna)).isTrue();
        assertThat(clientItems.done(theirs, anna)).isFalse();

        assertThat(promises.get(theirs.id()).state()).isEqualTo("kept");
        assertThat(open()).containsExactly("keepPromise", "keepPromise");
        assertThat(item("Send the price list")).isNotNull();
        assertThat(lastOnRecord("promise.kept").actor()).isEqualTo("client:" + anna.email());
    }

    @Test
    void goesOnToTheLastSummaryWhenTheClientDoesTheLastItem() {
        isHeldBy("csm-1", Leg.ONBOARDING);
        Promise theirs = promises.make(lead, null, "Train the second shift", "client", "csm-1", date(6));
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));

        clientItems.done(theirs, contacts.main(lead).orElseThrow());

        assertThat(open()).containsExactly("writeSummary");
    }

    @Test
    void comesBackWithItsNewDateWhenItIsMoved() {
        Promise promise = begins();
        Task before = item("Send the price list");

        decide(
                "Send the price list",
                Map.of("promiseDecision", "moved", "movedTo", day(30), "reason", "They asked for it"));

        assertThat(promises.get(promise.id()).dueOn()).isEqualTo(date(30));
        Task again = item("Send the price list");
        assertThat(again.getDueDate()).isAfter(before.getDueDate());
        assertThat(tasks.getVariable(again.getId(), "promiseDecision")).isEqualTo("kept");
        assertThat(tasks.getVariable(item(KICK_OFF).getId(), "promiseDecision")).isEqualTo("kept");
    }

    @Test
    void dropsAPromiseWithAReason() {
        Promise promise = begins();

        decide("Send the price list", Map.of("promiseDecision", "dropped", "reason", "Replaced by the portal"));

        assertThat(promises.get(promise.id()).state()).isEqualTo("dropped");
        assertThat(promises.get(promise.id()).reason()).isEqualTo("Replaced by the portal");
    }

    @Test
    void refusesToMoveAPromiseIntoThePast() {
        begins();

        assertThatThrownBy(() -> decide(
                        "Send the price list",
                        Map.of("promiseDecision", "moved", "movedTo", "2020-01-01", "reason", "by mistake")))
                .hasStackTraceContaining("is past");
    }

    @Test
    void finishesWhenTheClientConfirmsTheLastSummary() {
        everythingIsKept();
        assertThat(open()).containsExactly("writeSummary");
        completes("csm-1", "writeSummary", aSummary());
        fires("sendSummaryEmail");
        assertThat(isOver()).isFalse();

        clientConfirms();

        assertThat(isOver()).isTrue();
        assertThat(endedAt("onboardingFinished")).isTrue();
        assertThat(onRecord()).contains("summary.confirmed").doesNotContain("departure.recorded");
    }

    @Test
    void finishesWithoutTheClientsWordOnlyWithAReason() {
        everythingIsKept();
        completes("csm-1", "writeSummary", aSummary());
        fires("sendSummaryEmail");
        fires("reminderDue");
        fires("remindClient");
        fires("silenceDue");
        completes("csm-1", "decideOnSilence", Map.of("silenceDecision", "go-on", "goOnReason", "On holiday"));

        assertThat(open()).containsExactly("decideWithoutConfirmation");
        completes("csm-1", "decideWithoutConfirmation", Map.of("reason", "They said so on the phone"));

        assertThat(endedAt("finishedUnconfirmed")).isTrue();
        assertThat(lastOnRecord("departure.recorded").detail()).containsEntry("why", "They said so on the phone");
    }

    @Test
    void doesNotFinishWhileSomethingPromisedLastIsUndecided() {
        everythingIsKept();
        Map<String, Object> last = new java.util.HashMap<>(aSummary());
        last.put("promises", "Send the manual | us | " + day(12));
        completes("csm-1", "writeSummary", last);
        fires("sendSummaryEmail");

        clientConfirms();

        assertThat(isOver()).isFalse();
        fires("planOnboarding");
        assertThat(open()).containsExactly("keepPromise");
        assertThat(item("Send the manual").getAssignee()).isEqualTo("csm-1");
    }

    @Test
    void remindsACsmWhoHasDoneNothing() {
        begins();
        staysQuietFor(14);

        fires("nothingDone");

        assertThat(lastOnRecord("leg.reminded").leg()).isEqualTo("onboarding");
    }

    @Test
    void peopleP4_theLastSummaryHasHeadingsOfItsOwnAndTheProcessOwnerNamesThem() {
        everythingIsKept();
        String task = task(lead.value(), "writeSummary").getId();
        assertThat(tasks.getVariable(task, "currentSituation")).asString().contains("Send the price list", KICK_OFF);
        assertThat(tasks.getVariable(task, "decisionProcess")).isEqualTo("Customer service");
        assertThat(tasks.getVariable(task, "competition")).isNull();

        completes("csm-1", "writeSummary", aSummary());
        fires("sendSummaryEmail");

        assertThat(mailbox.latest(client(), "please confirm").text())
                .containsSubsequence(
                        "What was set up", "Known issues", "Who answers you now", "What is open, by ", "demonstration")
                .doesNotContain("Competition", "Business priorities", "Timeline", "Decision process");
        Contact anna = contacts.main(lead).orElseThrow();
        assertThat(headings(anna, Locale.GERMAN))
                .containsExactly(
                        "Was eingerichtet ist", "Bekannte Probleme", "Wer Ihnen jetzt antwortet", "Was noch offen ist");

        Deployment own = engine.getRepositoryService()
                .createDeployment()
                .addString("summary-headings.txt", "[onboarding en]\ncurrentSituation = Done\nnextSteps = To do\n")
                .deploy();
        try {
            assertThat(headings(anna, Locale.ENGLISH))
                    .as("what was written under a heading that is not named any more is shown all the same")
                    .containsExactly("Done", "To do", "Timeline", "Decision process");
            assertThat(headings(anna, Locale.GERMAN)).contains("Aktuelle Lage");
        } finally {
            engine.getRepositoryService().deleteDeployment(own.getId(), true);
        }
    }

    @Test
    void peopleP4_whateverShowsTheLastSummaryCallsItsHeadingsByTheirNames() throws Exception {
        everythingIsKept();
        completes("csm-1", "writeSummary", aSummary());
        fires("sendSummaryEmail");
        Contact anna = contacts.main(lead).orElseThrow();
        Summary last = summaries.last(lead).orElseThrow();
        answers.correct(
                anna,
                UUID.randomUUID().toString(),
                last.id(),
                last.version(),
                Map.of("currentSituation", "Two plants, not one"),
                null);
        countsAnswers();

        Task revise = task(lead.value(), "reviseSummary");
        assertThat(String.valueOf(tasks.getVariable(revise.getId(), "card")))
                .contains("What was set up", "Known issues")
                .doesNotContain("Competition");
        assertThatThrownBy(() -> complete("csm-1", revise, Map.of("currentSituation", "")))
                .hasStackTraceContaining("'What was set up' is required");
        assertThat(new Caller(port, "csm-1")
                        .get("/leads/" + lead, "Accept", "text/html")
                        .body())
                .contains("What was set up", "What is open")
                .doesNotContain("<dt>Competition</dt>");
        jdbc.sql("insert into meeting (uid, reference, sequence, starts_at, title, status, host)"
                        + " values (:uid, :reference, 0, :start, 'our meeting', 'invited', 'csm-1')")
                .param("uid", "m-" + lead)
                .param("reference", lead.value())
                .param("start", OffsetDateTime.parse(time(2)))
                .update();
        waiting.run(
                tellMeetingEve,
                "m-" + lead + " " + OffsetDateTime.parse(time(2)).toInstant() + " csm-1");
        assertThat(mailbox.latest("csm-1@baton.example", "your meeting on").text())
                .contains("What was set up: Two plants, not one")
                .doesNotContain("Current situation");
    }

    private List<String> headings(Contact reader, Locale language) {
        Summary last = summaries.last(reader.reference()).orElseThrow();
        return List.copyOf(titles.of(last, language).values());
    }
}
