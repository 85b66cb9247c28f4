package org.batonrelay.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.relay.RelayEnded;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class SalesSupportProcessTests extends RunningLeg {

    @Autowired
    private Notes notes;

    @Autowired
    private SupportRequests requests;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BusinessCalendar hours;

    private void works(Map<String, Object> values) {
        completes("ae-1", "workDeal", values);
    }

    /** A deal with a meeting in a week, to which everybody is invited. */
    private void aMeetingIsAhead() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        works(Map.of("dealDecision", "meeting", "meetingOn", time(7)));
        fires("inviteToMeeting");
    }

    private static Map<String, Object> aBriefing() {
        return new HashMap<>(Map.of(
                "dealDecision",
                "support",
                "supportPart",
                "Show how the import works",
                "supportGoal",
                "They see that their lists come in",
                "supportLeaveOut",
                "Prices",
                "supportMinutes",
                20));
    }

    private void isAsked() {
        aMeetingIsAhead();
        works(aBriefing());
    }

    private void isAccepted() {
        isAsked();
        completes("sales-support-1", "acceptBriefing", Map.of("decision", "accept"));
        errandsRun();
    }

    private void theMeetingIsSummarised() {
        fires("meetingHeld");
        completes("ae-1", "writeSummary", aSummary());
    }

    private SupportRequest request() {
        return requests.of(lead).get(0);
    }

    private String helperAddress() {
        return "sales-support-1@baton.example";
    }

    private List<Mail> mailsTo(String address, String subject) {
        return mailbox.of(address).stream()
                .filter(mail -> lead.value().equals(mail.header("X-Baton-Lead")))
                .filter(mail -> mail.subject().contains(subject))
                .toList();
    }

    private Date dueAt(String timer) {
        return management
                .createJobQuery()
                .activityId(timer)
                .processInstanceId(support())
                .singleResult()
                .getDuedate();
    }

    private String support() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value())
                .processDefinitionKey("sales-support")
                .singleResult()
                .getId();
    }

    private long supports() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.value())
                .processDefinitionKey("sales-support")
                .count();
    }

    // ---- asked for ----

    @Test
    void m3_refusesARequestWithoutABriefing() {
        aMeetingIsAhead();
        for (String needed : List.of("supportPart", "supportGoal", "supportLeaveOut", "supportMinutes")) {
            Map<String, Object> partly = aBriefing();
            partly.remove(needed);
            assertThatThrownBy(() -> works(partly)).hasStackTraceContaining("is required");
        }
        Map<String, Object> blank = aBriefing();
        blank.put("supportLeaveOut", "  ");
        assertThatThrownBy(() -> as(
                        "ae-1",
                        () -> tasks.complete(task(lead.value(), "workDeal").getId(), blank)))
                .hasStackTraceContaining("'Do not go into' is required");

        String body = "{\"variables\": {\"dealDecision\": {\"value\": \"support\", \"type\": \"String\"}}}";
        var answer = new Caller(port, "ae-1")
                .postJson("/engine-rest/task/" + task(lead.value(), "workDeal").getId() + "/submit-form", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'Their part' is required");

        assertThat(requests.of(lead)).isEmpty();
        assertThat(open()).containsExactly("workDeal");
    }

    @Test
    void m3_showsSummaryGoalAndWhatToLeaveOutBeforeTheyAccept() {
        isAsked();
        errandsRun();

        Task task = task(lead.value(), "acceptBriefing");
        assertThat(task.getAssignee()).isNull();
        String briefing = String.valueOf(tasks.getVariable(task.getId(), "briefing"));
        assertThat(briefing)
                .contains("Show how the import works", "They see that their lists come in", "Prices", "\"minutes\":20");
        assertThat(String.valueOf(tasks.getVariableLocal(task.getId(), "card"))).contains(lead.value());
        Mail mail = mailsTo(helperAddress(), "please join the meeting").get(0);
        assertThat(mail.text()).contains("Do not go into: Prices", "#/?task=" + task.getId());
        assertThat(lastOnRecord("handoff.offered").exchange()).isEqualTo("ae-to-sales-support");
        assertThat(lastOnRecord("handoff.offered").detail()).containsEntry("receiver", "group:sales-support");
    }

    @Test
    void m3_asksForNobodyWithoutAMeetingAhead() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());

        assertThatThrownBy(() -> works(aBriefing())).hasStackTraceContaining("Fix the meeting first");

        assertThat(requests.of(lead)).isEmpty();
    }

    @Test
    void asksOnlyPeopleOfTheHouseWhoAreNotThereAnyway() {
        aMeetingIsAhead();
        for (String nobody : List.of("partner-1", "group:partner", "no-such-person", "ae-1", "group:nobody")) {
            Map<String, Object> briefing = aBriefing();
            briefing.put("supportBy", nobody);
            assertThatThrownBy(() -> works(briefing)).hasStackTraceContaining("Who shall join");
        }
        assertThat(requests.of(lead)).isEmpty();
    }

    @Test
    void asksOnePersonByName() {
        aMeetingIsAhead();
        Map<String, Object> briefing = aBriefing();
        briefing.put("supportBy", "manager-1");
        works(briefing);
        assertThat(task(lead.value(), "acceptBriefing").getAssignee()).isEqualTo("manager-1");

        assertThatThrownBy(() -> works(briefing)).hasStackTraceContaining("has been asked for this meeting already");
        completes("manager-1", "acceptBriefing", Map.of("decision", "accept"));

        assertThat(request().helper()).isEqualTo("manager-1");
    }

    // ---- accepted, returned ----

    @Test
    void acceptsAndTheAeHearsOfItAndKeepsTheBaton() {
        isAccepted();

        assertThat(open()).containsExactly("joinMeeting", "workDeal");
        assertThat(task(lead.value(), "joinMeeting").getAssignee()).isEqualTo("sales-support-1");
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        assertThat(lastOnRecord("handoff.accepted").actor()).isEqualTo("sales-support-1");
        assertThat(mailsTo("ae-1@baton.example", "Kim Larsen joins")).hasSize(1);
        assertThat(mailsTo(helperAddress(), "").stream()
                        .filter(it -> !it.calendar().isEmpty()))
                .as("it is in the helper's calendar")
                .anyMatch(it -> it.calendar().contains("METHOD:REQUEST"));
        assertThat(mailbox.of(client())).as("the client is left alone").hasSize(1);
        String card = String.valueOf(
                tasks.getVariableLocal(task(lead.value(), "workDeal").getId(), "card"));
        assertThat(card).contains("Kim Larsen joins");
    }

    @Test
    void m3_takesNoReturnWithoutAReasonAndAWord() {
        isAsked();

        assertThatThrownBy(() -> completes("sales-support-1", "acceptBriefing", Map.of("decision", "return")))
                .hasStackTraceContaining("is required");

        assertThat(request().state()).isEqualTo(SupportRequest.State.ASKED);
    }

    @Test
    void asksAgainWhenTheAeHasMendedTheBriefing() {
        isAsked();
        completes(
                "sales-support-1",
                "acceptBriefing",
                Map.of("decision", "return", "returnReason", "information-missing", "returnNote", "Which version?"));
        errandsRun();

        assertThat(open()).containsExactly("mendBriefing", "workDeal");
        assertThat(lastOnRecord("handoff.returned").detail())
                .containsEntry("reason", "information-missing")
                .containsEntry("note", "Which version?");
        Task mend = task(lead.value(), "mendBriefing");
        assertThat(String.valueOf(tasks.getVariable(mend.getId(), "briefing"))).contains("Which version?");
        assertThat(tasks.getVariable(mend.getId(), "supportGoal")).isEqualTo("They see that their lists come in");
        assertThat(mailsTo("ae-1@baton.example", "came back")).hasSize(1);
        completes(
                "ae-1",
                "mendBriefing",
                Map.of(
                        "mendDecision",
                        "ask-again",
                        "supportPart",
                        "Show the import of version 4",
                        "supportGoal",
                        "The same",
                        "supportLeaveOut",
                        "Prices",
                        "supportMinutes",
                        15));

        assertThat(open()).containsExactly("acceptBriefing", "workDeal");
        assertThat(request().briefing().part()).isEqualTo("Show the import of version 4");
        completes("sales-support-1", "acceptBriefing", Map.of("decision", "accept"));
        assertThat(request().state()).isEqualTo(SupportRequest.State.ACCEPTED);
    }

    @Test
    void letsARequestGoThatCameBack() {
        isAsked();
        completes(
                "sales-support-1",
                "acceptBriefing",
                Map.of("decision", "return", "returnReason", "no-time", "returnNote", "I am away"));

        completes("ae-1", "mendBriefing", Map.of("mendDecision", "let-go"));
        errandsRun();

        assertThat(supports()).isZero();
        assertThat(request().state()).isEqualTo(SupportRequest.State.WITHDRAWN);
        assertThat(lastOnRecord("handoff.recalled").exchange()).isEqualTo("ae-to-sales-support");
        assertThat(mailsTo(helperAddress(), "not needed")).isEmpty();
        assertThat(open()).containsExactly("workDeal");
    }

    // ---- silence ----

    @Test
    void remindsAndAClaimWasNoAcceptance() {
        isAsked();
        as(
                "sales-support-1",
                () -> tasks.claim(task(lead.value(), "acceptBriefing").getId(), "sales-support-1"));

        fires("reminderDue");
        errandsRun();

        assertThat(task(lead.value(), "acceptBriefing").getAssignee()).isNull();
        assertThat(lastOnRecord("handoff.reminded").exchange()).isEqualTo("ae-to-sales-support");
        assertThat(mailsTo(helperAddress(), "still needs somebody")).hasSize(1);
        fires("nextReminderDue");
        errandsRun();
        assertThat(mailsTo(helperAddress(), "still needs somebody")).hasSize(2);
    }

    @Test
    void tellsTheAeAndTheManagersOfSilenceAndTakesNothingAway() {
        isAsked();

        fires("silenceTooLong");
        errandsRun();

        assertThat(lastOnRecord("handoff.escalated").exchange()).isEqualTo("ae-to-sales-support");
        assertThat(mailsTo("ae-1@baton.example", "nobody has accepted")).hasSize(1);
        assertThat(mailsTo("manager-1@baton.example", "nobody has accepted")).hasSize(1);
        assertThat(open()).containsExactly("acceptBriefing", "workDeal");
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
    }

    @Test
    void m4_tellsTheAeAndTheManagersOnceThatNobodyIsPrepared() {
        isAsked();
        Date meeting = (Date) runtime.getVariable(support(), "meetingAt");
        ZonedDateTime held = meeting.toInstant().atZone(hours.zone("sales-support"));
        assertThat(dueAt("meetingNear").toInstant())
                .as("at the same time one business day before")
                .isEqualTo(held.with(hours.businessDaysBefore(held.toLocalDate(), 1, "sales-support"))
                        .toInstant());

        fires("meetingNear");
        fires("silenceTooLong");
        errandsRun();

        assertThat(mailsTo("ae-1@baton.example", "nobody is prepared")).hasSize(1);
        assertThat(mailsTo("manager-1@baton.example", "nobody is prepared")).hasSize(1);
        assertThat(mailsTo("ae-1@baton.example", "nobody has accepted"))
                .as("that says nothing new")
                .isEmpty();
        completes(
                "sales-support-1",
                "acceptBriefing",
                Map.of("decision", "return", "returnReason", "no-time", "returnNote", "Not then"));
        Map<String, Object> mended = aBriefing();
        mended.remove("dealDecision");
        mended.put("mendDecision", "ask-again");
        completes("ae-1", "mendBriefing", mended);
        assertThat(dueAt("meetingNear")).as("once for this date").isAfter("2999-01-01");
    }

    // ---- the meeting changes ----

    @Test
    void asksAnewWhenTheMeetingIsMovedBeforeAnybodyAccepts() {
        isAsked();
        errandsRun();
        Date before = dueAt("meetingNear");

        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(14)));

        assertThat(open()).containsExactly("acceptBriefing", "workDeal");
        assertThat(dueAt("meetingNear")).isAfter(before);
        errandsRun();
        assertThat(mailsTo(helperAddress(), "please join the meeting")).hasSize(2);
    }

    @Test
    void tellsOfSilenceAgainWhenTheMeetingIsAtAnotherTime() {
        isAsked();
        fires("meetingNear");
        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(14)));

        fires("silenceTooLong");
        errandsRun();

        assertThat(mailsTo("ae-1@baton.example", "nobody has accepted")).hasSize(1);
    }

    @Test
    void theHelperGetsTheNewTimeForTheCalendar() {
        isAccepted();
        Date before = task(lead.value(), "joinMeeting").getDueDate();

        works(Map.of("dealDecision", "meeting", "meetingChange", "move", "meetingOn", time(14)));
        fires("inviteToMeeting");

        assertThat(task(lead.value(), "joinMeeting").getDueDate()).isAfter(before);
        assertThat(mailsTo(helperAddress(), "New time")).hasSize(1);
        assertThat(request().state()).isEqualTo(SupportRequest.State.ACCEPTED);
    }

    @Test
    void theHelperGetsTheNewTimeWhenTheClientDidNotCome() {
        isAccepted();
        fires("meetingHeld");

        completes("ae-1", "writeSummary", Map.of("meetingOutcome", "no-show", "newMeetingOn", time(12)));
        fires("inviteToMeetingAgain");

        assertThat(open()).containsExactly("joinMeeting", "workDeal");
        assertThat(mailsTo(helperAddress(), "New time")).hasSize(1);
        assertThat(request().state()).isEqualTo(SupportRequest.State.ACCEPTED);
    }

    @Test
    void whoeverHoldsByThenHearsOfTheAcceptance() {
        aMeetingIsAhead();
        Map<String, Object> briefing = aBriefing();
        briefing.put("supportBy", "sales-support-1");
        works(briefing);

        batons.pass(lead, Holder.person("ae-2"), "as the test needs it");

        assertThat(task(lead.value(), "acceptBriefing").getAssignee())
                .as("who is asked has nothing to do with who holds")
                .isEqualTo("sales-support-1");
        completes("sales-support-1", "acceptBriefing", Map.of("decision", "accept"));
        errandsRun();
        assertThat(mailsTo("ae-2@baton.example", "Kim Larsen joins")).hasSize(1);
    }

    @Test
    void hearsOnceThatTheMeetingIsCalledOff() {
        isAccepted();

        works(Map.of("dealDecision", "meeting", "meetingChange", "call-off"));
        fires("inviteToMeeting");
        errandsRun();

        assertThat(supports()).isZero();
        assertThat(open()).containsExactly("workDeal");
        assertThat(mailsTo(helperAddress(), "is called off")).hasSize(1);
        assertThat(mailsTo(helperAddress(), "not needed")).isEmpty();
        assertThat(request().state()).isEqualTo(SupportRequest.State.WITHDRAWN);
    }

    @Test
    void whoeverWasAskedHearsOnceThatTheMeetingIsCalledOff() {
        isAsked();

        works(Map.of("dealDecision", "meeting", "meetingChange", "call-off"));
        fires("inviteToMeeting");
        errandsRun();

        assertThat(supports()).isZero();
        List<Mail> told = mailsTo(helperAddress(), "not needed");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).text()).contains("the meeting is called off");
        assertThat(lastOnRecord("handoff.recalled").exchange()).isEqualTo("ae-to-sales-support");
    }

    @Test
    void aRequestThatNobodyAcceptedEndsWithTheMeeting() {
        isAsked();

        theMeetingIsSummarised();
        errandsRun();

        assertThat(supports()).isZero();
        assertThat(open()).containsExactly("workDeal");
        assertThat(mailsTo(helperAddress(), "not needed")).hasSize(1);
    }

    // ---- the deal ends ----

    @Test
    void b6_hearsOnceThatTheDealIsWon() {
        isAccepted();

        works(Map.of("dealDecision", "won"));
        errandsRun();

        assertThat(open()).isEmpty();
        assertThat(supports()).isZero();
        List<Mail> told = mailsTo(helperAddress(), "not needed");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).calendar()).contains("METHOD:CANCEL");
    }

    @Test
    void b6_hearsOnceThatTheDealIsLost() {
        isAsked();

        works(Map.of("dealDecision", "lost", "lostReason", "They build it themselves"));
        transaction.executeWithoutResult(tx -> events.publishEvent(new RelayEnded(lead, Baton.State.CLOSED)));
        errandsRun();

        assertThat(open()).isEmpty();
        assertThat(mailsTo(helperAddress(), "not needed")).hasSize(1);
    }

    @Test
    void b6_hearsOnceThatTheLeadIsClosed() {
        isAccepted();

        transaction.executeWithoutResult(tx -> events.publishEvent(new RelayEnded(lead, Baton.State.CLOSED)));
        runtime.deleteProcessInstance(dealInstance(), "the relay was closed", false, true);
        errandsRun();

        assertThat(open()).isEmpty();
        assertThat(mailsTo(helperAddress(), "called off")).hasSize(1);
        assertThat(mailsTo(helperAddress(), "not needed")).isEmpty();
    }

    private String dealInstance() {
        return task(lead.value(), "workDeal").getProcessInstanceId();
    }

    // ---- several, and what they note ----

    @Test
    void m8_twoHelpersJoinAndTheAeGoesOnHolding() {
        isAccepted();
        Map<String, Object> second = aBriefing();
        second.put("supportBy", "manager-1");
        second.put("supportPart", "Say that we stand behind it");
        works(second);
        completes("manager-1", "acceptBriefing", Map.of("decision", "accept"));
        errandsRun();

        assertThat(open()).containsExactly("joinMeeting", "joinMeeting", "workDeal");
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        assertThat(onRecord().stream().filter("holder.changed"::equals)).hasSize(2);
        assertThat(mailsTo("manager-1@baton.example", "").stream()
                        .filter(it -> it.calendar().contains("METHOD:REQUEST")))
                .isNotEmpty();
        works(aBriefing());
        assertThatThrownBy(() -> completes("sales-support-1", "acceptBriefing", Map.of("decision", "accept")))
                .hasStackTraceContaining("You take part in this meeting already");
    }

    @Test
    void m8_whatAHelperNotesStaysAmongUs() {
        isAccepted();

        completes("sales-support-1", "joinMeeting", Map.of("helperNote", "Their list is in a bad state"));
        works(Map.of("dealDecision", "summary"));
        completes("ae-1", "writeSummary", aSummary());
        fires("sendSummaryEmail");

        assertThat(notes.of(lead)).singleElement().satisfies(note -> {
            assertThat(note.author()).isEqualTo("sales-support-1");
            assertThat(note.text()).isEqualTo("Their list is in a bad state");
        });
        assertThat(mailbox.of(client())).noneMatch(mail -> mail.text().contains("bad state"));
        String page = mailbox.of(client()).stream()
                .filter(mail -> mail.text().contains("/c/"))
                .findFirst()
                .orElseThrow()
                .link("/c/");
        assertThat(new Caller(port, "website")
                        .get(page.substring(page.indexOf("/c/")))
                        .body())
                .contains("Two plants")
                .doesNotContain("bad state");
    }

    @Test
    void theHelperSeesTheLeadAsLongAsTheyHelp() {
        Caller helper = new Caller(port, "sales-support-1");
        aMeetingIsAhead();
        assertThat(helper.get("/api/leads/" + lead).statusCode()).isEqualTo(404);
        works(aBriefing());
        assertThat(helper.get("/api/leads/" + lead).statusCode()).isEqualTo(200);
        completes("sales-support-1", "acceptBriefing", Map.of("decision", "accept"));
        assertThat(helper.get("/api/leads/" + lead).statusCode()).isEqualTo(200);

        works(Map.of("dealDecision", "won"));

        assertThat(helper.get("/api/leads/" + lead).statusCode()).isEqualTo(404);
    }

    // ---- the summary afterwards ----

    @Test
    void e9_sendsTheSummaryToAllOfOursWhoTookPart() {
        isAccepted();

        theMeetingIsSummarised();
        errandsRun();

        assertThat(open()).containsExactly("checkSummary", "workDeal");
        assertThat(task(lead.value(), "checkSummary").getAssignee()).isEqualTo("sales-support-1");
        for (String reader : List.of("ae-1@baton.example", helperAddress())) {
            List<Mail> told = mailsTo(reader, "what was noted");
            assertThat(told).hasSize(1);
            assertThat(told.get(0).text()).contains("Two plants", "Kim Larsen");
        }
        completes("sales-support-1", "checkSummary", Map.of("summaryCheck", "right"));
        assertThat(supports()).isZero();
        assertThat(onRecord()).doesNotContain("summary.remarked");
    }

    @Test
    void e9_silenceOfOneBusinessDayIsConsent() {
        isAccepted();
        Instant before = hours.due(Instant.now(), "P1D", "business", "sales-support");
        theMeetingIsSummarised();
        Date due = task(lead.value(), "checkSummary").getDueDate();
        assertThat(due.toInstant())
                .as("one business day of the helper's")
                .isBetween(
                        before.truncatedTo(ChronoUnit.MILLIS),
                        hours.due(Instant.now(), "P1D", "business", "sales-support"));
        assertThat(dueAt("checkTimeOver")).isEqualTo(due);

        fires("checkTimeOver");
        errandsRun();

        assertThat(supports()).isZero();
        assertThat(open()).containsExactly("workDeal");
        assertThat(mailsTo(helperAddress(), "not needed")).isEmpty();
    }

    @Test
    void e9_theHolderGivesTheClientANewVersion() {
        isAccepted();
        theMeetingIsSummarised();
        completes(
                "sales-support-1",
                "checkSummary",
                Map.of("summaryCheck", "wrong", "correction", "It is three plants, not two"));
        errandsRun();

        assertThat(lastOnRecord("summary.remarked").detail()).containsEntry("text", "It is three plants, not two");
        assertThat(mailsTo("ae-1@baton.example", "says that the summary is not right"))
                .hasSize(1);
        Task weigh = task(lead.value(), "weighCorrection");
        assertThat(weigh.getAssignee()).isEqualTo("ae-1");
        assertThat(tasks.getVariable(weigh.getId(), "currentSituation"))
                .isEqualTo(aSummary().get("currentSituation"));
        assertThat(tasks.getVariable(weigh.getId(), "nextStepOn")).isEqualTo(day(10));
        completes(
                "ae-1",
                "weighCorrection",
                Map.of(
                        "correctionDecision",
                        "new-version",
                        "currentSituation",
                        "Three plants, one of them on paper.",
                        "nextSteps",
                        "A demonstration on site.",
                        "nextStepOn",
                        day(10)));

        assertThat(supports()).isZero();
        assertThat(lastOnRecord("summary.written").detail()).containsEntry("version", 2);
    }

    @Test
    void e9_theHolderLeavesItAsItIs() {
        isAccepted();
        theMeetingIsSummarised();
        completes(
                "sales-support-1", "checkSummary", Map.of("summaryCheck", "wrong", "correction", "A comma is missing"));

        completes("ae-1", "weighCorrection", Map.of("correctionDecision", "leave"));

        assertThat(supports()).isZero();
        assertThat(onRecord().stream().filter("summary.written"::equals)).hasSize(1);
    }

    @Test
    void e9_needsAWordOnWhatIsNotRight() {
        isAccepted();
        theMeetingIsSummarised();

        assertThatThrownBy(() -> completes("sales-support-1", "checkSummary", Map.of("summaryCheck", "wrong")))
                .hasStackTraceContaining("'What is not right' is required");
    }

    @Test
    void nothingIsLeftOfTheClocksOfWhatWasAnswered() {
        isAccepted();

        assertThat(management.createJobQuery().processInstanceId(support()).list())
                .extracting(Job::getJobDefinitionId)
                .isEmpty();
    }
}
