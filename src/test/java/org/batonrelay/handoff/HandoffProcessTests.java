package org.batonrelay.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.batonrelay.relay.Relays;
import org.batonrelay.summary.ASummary;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Each path of {@code handoff.bpmn}, from the outside: who holds, what is on the ledger, who got which mail. */
class HandoffProcessTests extends RunningBaton {

    private static final LocalDate NEXT_STEP_ON = LocalDate.of(2027, 1, 4);

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Autowired
    Offers offers;

    @Autowired
    Handoffs handoffs;

    @Autowired
    Relays relays;

    @Autowired
    Facts facts;

    @Autowired
    Contacts contacts;

    @Autowired
    Promises promises;

    @Autowired
    ASummary summaries;

    @Autowired
    BusinessCalendar calendar;

    @Value("${baton.mail.imap-port}")
    int imap;

    // --- the brief

    @Test
    void asksTheGiverOnlyForWhatNobodyHasSaid() {
        LeadReference lead = aLead.unknownHeldBy("marketing-1", Leg.CAPTURE);
        facts.say(lead, "source", "a fair", "marketing-1");
        String reference = start(lead, "marketing-to-sdr", "group:sdr", "normal");

        Task brief = task(reference, "prepareBrief");
        assertThat(brief.getAssignee()).isEqualTo("marketing-1");
        assertThat(tasks.getVariable(brief.getId(), "asked")).isEqualTo("knows,spokenWith,needs");
        complete("marketing-1", reference, "prepareBrief", brief("their website", "nobody", "a demo"));

        assertThat(facts.of(lead))
                .containsEntry("source", "a fair")
                .containsEntry("knows", "their website")
                .containsEntry("needs", "a demo");
        assertThat(last(reference, EntryType.HANDOFF_BRIEFED).actor()).isEqualTo("marketing-1");
        assertThat(task(reference, "takeBaton")).isNotNull();
    }

    @Test
    void makesNoHandRaiserWaitForABrief() {
        LeadReference lead = aLead.unknownHeldBy("group:marketing", Leg.CAPTURE);

        String reference = start(lead, "marketing-to-sdr", "group:sdr", "high");

        assertThat(task(reference, "takeBaton")).isNotNull();
        assertThat(last(reference, EntryType.HANDOFF_BRIEFED).detail()).containsEntry("asked", 0);
    }

    @Test
    void asksWhyABatonIsPassedUnderAYellowFlagAndCountsItAsADeparture() {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(lead, "Demo", NEXT_STEP_ON);
        batons.raise(lead, Flag.SUMMARY_UNANSWERED, "no answer");
        String reference = start(lead, "sdr-to-ae", "group:ae", "normal");

        assertThat(tasks.getVariable(task(reference, "prepareBrief").getId(), "asked"))
                .isEqualTo("passReason");
        complete("sdr-1", reference, "prepareBrief", Map.of("passReason", "They are on holiday"));
        assertThat(offer(reference).passReason()).isEqualTo("They are on holiday");
        accept("ae-1", reference);

        assertThat(last(reference, EntryType.DEPARTURE_RECORDED).detail()).containsEntry("why", "They are on holiday");
        assertThat(facts.of(lead)).doesNotContainKey("passReason");
    }

    // --- accepted

    @Test
    void passesTheBatonToWhoeverAcceptsIt() {
        String lead = offered("group:ae");
        assertThat(holder(lead)).isEqualTo("sdr-1");

        accept("ae-2", lead);

        assertThat(holder(lead)).isEqualTo("ae-2");
        assertThat(last(lead, EntryType.HANDOFF_ACCEPTED).detail())
                .containsEntry("by", "ae-2")
                .containsEntry("waitedMinutes", 0);
        assertThat(last(lead, EntryType.HOLDER_CHANGED).detail())
                .containsEntry("from", "sdr-1")
                .containsEntry("to", "ae-2");
        assertThat(lastOffer(lead).outcome()).isEqualTo(Offer.Outcome.ACCEPTED);
        assertThat(running(lead)).isZero();
    }

    @Test
    void tellsEachReceiverByMailWithALinkToTheTask() {
        String lead = offered("group:ae");
        String task = task(lead, "takeBaton").getId();

        sendMails(lead);

        Mailbox.Mail mail = mailTo("ae-2", lead, "is offered to you");
        assertThat(mail.text()).contains("#/?task=" + task).contains("Anna Berg");
        assertThat(mailTo("ae-1", lead, "is offered to you")).isNotNull();
        assertThat(mail.header("Auto-Submitted")).isNotNull();
    }

    @Test
    void saysNothingMoreOfAnOfferThatHasBeenTaken() {
        String lead = offered("group:ae");
        Offer offer = offer(lead);
        accept("ae-1", lead);

        assertThat(offers.open(new LeadReference(lead))).isEmpty();
        assertThat(management.createJobQuery().list())
                .noneMatch(job -> offer.id().equals(job.getProcessInstanceId()));
        assertThat(lastOffer(lead).settledBy()).isEqualTo("ae-1");
    }

    @Test
    void asksTheCsmFromWhenOperationsAreReady() {
        LeadReference lead = aLead.heldBy("ae-1", Leg.DEAL);
        batons.agreeNextStep(lead, "Kick-off", NEXT_STEP_ON);
        String reference = start(lead, "ae-to-csm", "group:csm", "normal");

        Task task = task(reference, "takeBaton");
        assertThat(tasks.getVariable(task.getId(), "readyOn").toString()).hasSize(10);
        String instance = task.getProcessInstanceId();
        complete("csm-1", reference, "takeBaton", Map.of("decision", "accept", "readyOn", "2027-02-01"));

        assertThat(holder(reference)).isEqualTo("csm-1");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName("readyOn")
                        .singleResult()
                        .getValue())
                .isEqualTo("2027-02-01");
    }

    @Test
    void lookedAtTooLateAnOfferIsRefusedAndNothingChanges() {
        String lead = offered("group:ae");
        Task seen = task(lead, "takeBaton");
        accept("ae-2", lead);

        assertThatThrownBy(() -> complete("ae-1", seen, Map.of("decision", "accept")))
                .isInstanceOf(RuntimeException.class);

        assertThat(holder(lead)).isEqualTo("ae-2");
    }

    // --- what silence leads to

    @Test
    void remindsAgainAndAgainAndTakesAClaimThatWasNoAnswer() {
        String lead = offered("group:ae");
        Instant first = offer(lead).remindAt();
        as("ae-1", () -> tasks.claim(task(lead, "takeBaton").getId(), "ae-1"));

        fire(lead, "reminderDue");

        assertThat(task(lead, "takeBaton").getAssignee()).isNull();
        assertThat(last(lead, EntryType.HANDOFF_REMINDED).detail()).containsEntry("releasedFrom", "ae-1");
        assertThat(last(lead, EntryType.HANDOFF_REMINDED).actor()).isEqualTo("baton");
        assertThat(offer(lead).remindAt()).isNotNull();
        sendMails(lead);
        assertThat(mailTo("ae-2", lead, "still waits")).isNotNull();

        fire(lead, "nextReminderDue");

        assertThat(entries(lead, EntryType.HANDOFF_REMINDED)).hasSize(2);
        assertThat(first).isNotNull();
        accept("ae-1", lead);
        assertThat(holder(lead)).isEqualTo("ae-1");
        assertThat(running(lead)).isZero();
    }

    @Test
    void widensTheOfferToTheBackupGroup() {
        String lead = offered("group:ae");
        as("ae-1", () -> tasks.claim(task(lead, "takeBaton").getId(), "ae-1"));

        fire(lead, "wideningDue");

        assertThat(last(lead, EntryType.HANDOFF_WIDENED).detail())
                .containsEntry("backupGroup", "sales-support")
                .containsEntry("releasedFrom", "ae-1");
        assertThat(offer(lead).offeredTo()).contains(Holder.group("sales-support"));
        sendMails(lead);
        assertThat(mailTo("sales-support-1", lead, "as well").text()).contains("#/?task=");
        accept("sales-support-1", lead);
        assertThat(holder(lead)).isEqualTo("sales-support-1");
    }

    @Test
    void escalatesAStalledBatonToTheManagersAndWaitsIfTheySaySo() {
        String lead = offered("group:ae");

        fire(lead, "batonStalled");
        sendMails(lead);
        assertThat(mailTo("manager-1", lead, "is stalled").text())
                .contains(task(lead, "unblockBaton").getId());
        complete("manager-1", lead, "unblockBaton", Map.of("unblockDecision", "wait"));

        assertThat(last(lead, EntryType.HANDOFF_ESCALATED).detail()).containsEntry("managerGroup", "manager");
        assertThat(holder(lead)).isEqualTo("sdr-1");
        accept("ae-1", lead);
        assertThat(holder(lead)).isEqualTo("ae-1");
    }

    @Test
    void takesTheManagersTaskAwayOnceSomebodyAccepts() {
        String lead = offered("group:ae");
        fire(lead, "batonStalled");

        accept("ae-1", lead);

        assertThat(open(lead)).isEmpty();
        assertThat(holder(lead)).isEqualTo("ae-1");
    }

    @Test
    void offersAStalledBatonToWhomTheManagerNamesWithAFreshClock() {
        String lead = offered("ae-1");
        Offer before = offer(lead);
        fire(lead, "batonStalled");

        complete("manager-1", lead, "unblockBaton", Map.of("unblockDecision", "reassign", "newReceiver", "ae-2"));

        assertThat(holder(lead)).isEqualTo("sdr-1");
        assertThat(offers.find(before.id()).orElseThrow().outcome()).isEqualTo(Offer.Outcome.REASSIGNED);
        Offer after = offer(lead);
        assertThat(after.receiver()).isEqualTo(Holder.person("ae-2"));
        assertThat(after.number()).isEqualTo(2);
        assertThat(after.dropAt()).isAfterOrEqualTo(before.dropAt());
        assertThat(last(lead, EntryType.HANDOFF_REASSIGNED).detail()).containsEntry("to", "ae-2");
        assertThat(jobs(lead, "batonStalled")).isEqualTo(1);
        accept("ae-2", lead);
        assertThat(holder(lead)).isEqualTo("ae-2");
    }

    @Test
    void h4_whoeverIsOfferedItNextHasTheWholeTimeInTheirOwnCalendar() {
        somebodyOfTheNightWatch();
        try {
            String lead = offered("ae-1");
            Offer before = offer(lead);
            fire(lead, "dropDue");

            complete(
                    "manager-1",
                    lead,
                    "decideDropped",
                    Map.of("dropCause", "absent", "droppedDecision", "reassign", "newReceiver", "night-3"));

            Offer after = offer(lead);
            assertThat(after.team()).isEqualTo("night-watch");
            assertThat(before.dropAt()).isEqualTo(calendar.due(before.offeredAt(), "P2D", "business", "ae"));
            assertThat(after.dropAt())
                    .isEqualTo(calendar.due(after.offeredAt(), "P2D", "business", "night-watch"))
                    .isNotEqualTo(calendar.due(after.offeredAt(), "P2D", "business", "ae"));
            assertThat(after.remindAt()).isEqualTo(calendar.due(after.offeredAt(), "PT4H", "business", "night-watch"));
            assertThat(dueAt(lead, "dropDue")).isEqualTo(after.dropAt());
            assertThat(dueAt(lead, "reminderDue")).isEqualTo(after.remindAt());
        } finally {
            identity.deleteMembership("night-3", "night-watch");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group:nobody      | there is nobody in a group called 'nobody'",
                "group:lead-source | there is nobody in a group called 'lead-source'",
                "website           | there is no person called 'website'"
            })
    void refusesANewReceiverWhomNobodyKnowsOrWhoIsAProgram(String receiver, String sentence) {
        String lead = offered("group:ae");
        fire(lead, "batonStalled");

        Throwable refused = catchThrowable(() -> complete(
                "manager-1", lead, "unblockBaton", Map.of("unblockDecision", "reassign", "newReceiver", receiver)));

        assertThat(refused).hasStackTraceContaining(sentence);
        assertThat(task(lead, "unblockBaton")).isNotNull();
        assertThat(offer(lead).receiver()).isEqualTo(Holder.group("ae"));
    }

    @Test
    void recordsADepartureWhenAManagerTakesTheBaton() {
        String lead = offered("group:ae");
        fire(lead, "batonStalled");

        complete("manager-1", lead, "unblockBaton", Map.of("unblockDecision", "take"));

        assertThat(holder(lead)).isEqualTo("manager-1");
        assertThat(last(lead, EntryType.DEPARTURE_RECORDED).detail()).containsEntry("what", "taken over by a manager");
        assertThat(last(lead, EntryType.HANDOFF_ACCEPTED).detail()).containsEntry("takenOver", true);
        assertThat(lastOffer(lead).outcome()).isEqualTo(Offer.Outcome.TAKEN);
        assertThat(running(lead)).isZero();
    }

    @Test
    void escalatesToNobodyWhenTheGiverIsTheOnlyManager() {
        LeadReference lead = aLead.heldBy("manager-1", Leg.QUALIFICATION);
        batons.agreeNextStep(lead, "Demo", NEXT_STEP_ON);

        String reference = start(lead, "sdr-to-ae", "group:ae", "normal");

        assertThat(offer(reference).escalateAt()).isNull();
        assertThat(task(reference, "takeBaton").getDueDate())
                .isEqualTo(offer(reference).dropAt());
        accept("ae-1", reference);
        assertThat(holder(reference)).isEqualTo("ae-1");
    }

    // --- dropped

    @Test
    void dropsTheBatonIntoTheManagersHands() {
        String lead = offered("group:ae");
        fire(lead, "batonStalled");

        fire(lead, "dropDue");

        assertThat(holder(lead)).isEqualTo("group:manager");
        assertThat(last(lead, EntryType.HANDOFF_DROPPED).detail()).containsEntry("cause", "no-answer");
        assertThat(open(lead)).containsExactly("decideDropped");
        sendMails(lead);
        assertThat(mailTo("manager-1", lead, "was dropped").text()).contains("no answer");
    }

    @Test
    void givesADroppedBatonToTheManagerWhoClaimsTheDecision() {
        String lead = dropped();
        Task task = task(lead, "decideDropped");

        as("manager-1", () -> tasks.claim(task.getId(), "manager-1"));
        assertThat(holder(lead)).isEqualTo("manager-1");

        tasks.setAssignee(task.getId(), null);
        assertThat(holder(lead)).isEqualTo("group:manager");
    }

    @Test
    void offersADroppedBatonAnewAndTheManagerHoldsItUntilSomebodyAccepts() {
        String lead = dropped();

        complete(
                "manager-1",
                lead,
                "decideDropped",
                Map.of("dropCause", "absent", "droppedDecision", "reassign", "newReceiver", "group:ae"));

        assertThat(holder(lead)).isEqualTo("manager-1");
        assertThat(last(lead, EntryType.HANDOFF_REASSIGNED).detail()).containsEntry("cause", "absent");
        assertThat(offer(lead).giver()).isEqualTo(Holder.person("manager-1"));
        accept("ae-1", lead);
        assertThat(holder(lead)).isEqualTo("ae-1");
    }

    @Test
    void v4_noDropIsSettledWithoutACause() {
        String lead = dropped();

        for (Map<String, Object> silent : List.of(
                Map.<String, Object>of("droppedDecision", "take"),
                Map.<String, Object>of("droppedDecision", "take", "dropCause", ""),
                Map.<String, Object>of("droppedDecision", "take", "dropCause", "bad luck"))) {
            assertThat(catchThrowable(() -> complete("manager-1", lead, "decideDropped", silent)))
                    .hasStackTraceContaining("Why was it dropped?");
        }
        assertThat(entries(lead, EntryType.HANDOFF_EXPLAINED)).isEmpty();
        assertThat(task(lead, "decideDropped")).isNotNull();

        complete("manager-1", lead, "decideDropped", Map.of("droppedDecision", "take", "dropCause", "not-seen"));

        assertThat(last(lead, EntryType.HANDOFF_EXPLAINED).detail()).containsEntry("cause", "not-seen");
        assertThat(holder(lead)).isEqualTo("manager-1");
    }

    @Test
    void letsAManagerKeepADroppedBaton() {
        String lead = dropped();

        complete("manager-1", lead, "decideDropped", Map.of("dropCause", "no-time", "droppedDecision", "take"));

        assertThat(holder(lead)).isEqualTo("manager-1");
        assertThat(last(lead, EntryType.HANDOFF_ACCEPTED).detail()).containsEntry("cause", "no-time");
        assertThat(lastOffer(lead).outcome()).isEqualTo(Offer.Outcome.DROPPED);
        assertThat(running(lead)).isZero();
    }

    @Test
    void closesTheRelayOfADroppedBatonThatAManagerGivesUp() {
        String lead = aLead.inRelay().value();
        fire(lead, "dropDue");

        complete(
                "manager-1",
                lead,
                "decideDropped",
                Map.of("dropCause", "poor-brief", "droppedDecision", "close", "reason", "not our market"));

        assertThat(lastOffer(lead).reason()).isEqualTo("poor-brief");
        assertThat(last(lead, EntryType.RELAY_CLOSED).detail()).containsEntry("reason", "not our market");
        assertThat(open(lead)).isEmpty();
    }

    @Test
    void dropsAtOnceWhatNobodyCanTake() {
        String lead = offered("somebody-who-left");

        assertThat(holder(lead)).isEqualTo("group:manager");
        assertThat(last(lead, EntryType.HANDOFF_DROPPED).detail()).containsEntry("cause", "nobody-to-take");
        assertThat(entries(lead, EntryType.HANDOFF_OFFERED)).isEmpty();
        assertThat(tasks.getVariable(task(lead, "decideDropped").getId(), "dropCause"))
                .isEqualTo("nobody-to-take");
    }

    // --- returned, not ours, recalled

    @Test
    void returnsTheBatonToItsGiverWhoMendsTheBrief() {
        String lead = offered("group:ae");

        giveBack("ae-1", lead, "Who decides there?");

        assertThat(holder(lead)).isEqualTo("sdr-1");
        assertThat(lastOffer(lead).reason()).isEqualTo("information-missing");
        assertThat(last(lead, EntryType.HANDOFF_RETURNED).detail())
                .containsEntry("note", "Who decides there?")
                .containsEntry("times", 1);
        sendMails(lead);
        assertThat(mailTo("sdr-1", lead, "came back").text()).contains("Who decides there?");
        assertThat(tasks.getVariable(task(lead, "prepareBrief").getId(), "asked")
                        .toString())
                .contains("nextSteps", "noteToAe")
                .doesNotContain("passReason");
        complete("sdr-1", lead, "prepareBrief", Map.of("nextSteps", "Demo", "noteToAe", "The CFO decides"));
        assertThat(offer(lead).number()).isEqualTo(2);
        assertThat(tasks.getVariables(task(lead, "takeBaton").getId()))
                .doesNotContainKeys("decision", "returnReason", "returnNote");
        accept("ae-1", lead);
        assertThat(holder(lead)).isEqualTo("ae-1");
    }

    @Test
    void refusesAReturnThatDoesNotSayWhy() {
        String lead = offered("group:ae");

        assertThatThrownBy(() -> complete("ae-1", lead, "takeBaton", Map.of("decision", "return")))
                .hasMessageContaining("What is wrong with it");

        assertThat(offer(lead).isOpen()).isTrue();
        assertThat(holder(lead)).isEqualTo("sdr-1");
    }

    @Test
    void refusesABriefWithoutWhatItRequires() {
        LeadReference lead = aLead.unknownHeldBy("marketing-1", Leg.CAPTURE);
        String reference = start(lead, "marketing-to-sdr", "group:sdr", "normal");

        assertThatThrownBy(() -> complete("marketing-1", reference, "prepareBrief", Map.of("source", "a fair")))
                .hasMessageContaining("What do they know already?");

        assertThat(offers.of(lead)).isEmpty();
    }

    @Test
    void bringsTheSecondReturnToAManager() {
        String lead = returnedTwice();
        sendMails(lead);
        assertThat(mailTo("manager-1", lead, "came back")).isNotNull();

        complete("manager-1", lead, "settleReturns", Map.of("settleDecision", "mend"));

        assertThat(task(lead, "prepareBrief").getAssignee()).isEqualTo("sdr-1");
        assertThat(entries(lead, EntryType.HANDOFF_RETURNED)).hasSize(2);
    }

    @Test
    void countsReturnsAnewAfterAManagerHasReassigned() {
        String lead = returnedTwice();

        complete("manager-1", lead, "settleReturns", Map.of("settleDecision", "reassign", "newReceiver", "ae-2"));
        giveBack("ae-2", lead, "still missing");

        assertThat(open(lead)).containsExactly("prepareBrief");
        assertThat(last(lead, EntryType.HANDOFF_RETURNED).detail()).containsEntry("times", 1);
    }

    @Test
    void letsAManagerTakeWhatCameBackTwice() {
        String lead = returnedTwice();

        complete("manager-1", lead, "settleReturns", Map.of("settleDecision", "take"));

        assertThat(holder(lead)).isEqualTo("manager-1");
        assertThat(last(lead, EntryType.DEPARTURE_RECORDED).actor()).isEqualTo("manager-1");
    }

    @Test
    void closesTheRelayOfABatonThatCameBackTwiceAndIsGivenUp() {
        String lead = aLead.inRelay().value();
        giveBack("sdr-1", lead, "Who decides there?");
        Map<String, Object> mended = new HashMap<>(brief("our price list", "nobody", "a quicker start"));
        mended.put("source", "web form");
        complete("marketing-1", lead, "prepareBrief", mended);
        giveBack("sdr-2", lead, "I asked who decides");

        complete("manager-1", lead, "settleReturns", Map.of("settleDecision", "close", "reason", "no budget"));

        assertThat(last(lead, EntryType.RELAY_CLOSED).detail()).containsEntry("reason", "no budget");
        assertThat(open(lead)).isEmpty();
    }

    @Test
    void offersABatonThatIsNotTheirsToTheOthersOfTheGroup() {
        String lead = offered("group:ae");

        complete("ae-1", lead, "takeBaton", Map.of("decision", "not-ours"));

        assertThat(last(lead, EntryType.HANDOFF_NOT_OURS).detail()).containsEntry("by", "ae-1");
        assertThat(offer(lead).offeredTo()).containsExactly(Holder.person("ae-2"));
        assertThat(holder(lead)).isEqualTo("sdr-1");
        accept("ae-2", lead);
        assertThat(holder(lead)).isEqualTo("ae-2");
    }

    @Test
    void offersABatonThatIsNotOnePersonsToTheirGroupWithoutThem() {
        String lead = offered("ae-1");

        complete("ae-1", lead, "takeBaton", Map.of("decision", "not-ours"));

        assertThat(offer(lead).receiver()).isEqualTo(Holder.group("ae"));
        assertThat(offer(lead).candidates()).isEqualTo("ae-2");
    }

    @Test
    void dropsABatonThatIsNobodysOnceAllHaveSaidSo() {
        String lead = offered("group:ae");
        complete("ae-1", lead, "takeBaton", Map.of("decision", "not-ours"));

        complete("ae-2", lead, "takeBaton", Map.of("decision", "not-ours"));

        assertThat(holder(lead)).isEqualTo("group:manager");
        assertThat(last(lead, EntryType.HANDOFF_DROPPED).detail()).containsEntry("cause", "nobody-to-take");
        assertThat(entries(lead, EntryType.HANDOFF_NOT_OURS)).hasSize(2);
    }

    @Test
    void routesALeadAgainThatIsNotTheirs() {
        LeadReference lead = aLead.heldBy("group:marketing", Leg.CAPTURE);
        String reference = start(lead, "marketing-to-sdr", "ae-1", "normal");

        complete("ae-1", reference, "takeBaton", Map.of("decision", "not-ours"));

        assertThat(offer(reference).receiver()).isEqualTo(Holder.group("sdr"));
        assertThat(holder(reference)).isEqualTo("group:marketing");
    }

    @Test
    void letsTheGiverRecallAnOfferThatNobodyHasAccepted() {
        String lead = offered("group:ae");
        Offer offer = offer(lead);
        Task seen = task(lead, "takeBaton");

        handoffs.recall(new LeadReference(lead), "sdr-1");

        assertThat(offers.find(offer.id()).orElseThrow().outcome()).isEqualTo(Offer.Outcome.RECALLED);
        assertThat(last(lead, EntryType.HANDOFF_RECALLED).actor()).isEqualTo("sdr-1");
        assertThat(open(lead)).containsExactly("prepareBrief");
        assertThatThrownBy(() -> complete("ae-1", seen, Map.of("decision", "accept")))
                .isInstanceOf(RuntimeException.class);
        assertThat(holder(lead)).isEqualTo("sdr-1");
    }

    @Test
    void letsNobodyElseRecallAnOffer() {
        String lead = offered("group:ae");

        assertThatThrownBy(() -> handoffs.recall(new LeadReference(lead), "sdr-2"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Only who gave");

        assertThat(offer(lead).isOpen()).isTrue();
    }

    @Test
    void recallsNothingOnceItHasBeenAccepted() {
        String lead = offered("group:ae");
        accept("ae-1", lead);

        assertThatThrownBy(() -> handoffs.recall(new LeadReference(lead), "sdr-1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nothing to recall");
    }

    @Test
    void offersNothingMoreOnceTheRelayIsClosed() {
        LeadReference lead = aLead.inRelay();

        relays.close(lead, "gone out of business");

        assertThat(lastOffer(lead.value()).outcome()).isEqualTo(Offer.Outcome.CLOSED);
        assertThat(open(lead.value())).isEmpty();
    }

    @Test
    void h11_theReceiverFindsClientContactsHeadingsPromisesAndHistoryWithoutAWordTypedAgain() throws Exception {
        LeadReference client = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        contacts.add(client, "Ben Birch", "ben@" + client + ".example", null, "Head of IT", null);
        batons.agreeNextStep(client, "Demo", NEXT_STEP_ON);
        batons.raise(client, Flag.SUMMARY_UNANSWERED, "no answer");
        summaries.confirmed(client, "Two plants, one of them on paper.", "A demonstration on site.");
        promises.make(client, null, "Send the price list", "us", "sdr-1", LocalDate.of(2099, 1, 2));
        promises.make(client, null, "Name a contact", "client", "sdr-1", LocalDate.of(2099, 1, 3));
        Promise kept = promises.make(client, null, "Call back", "us", "sdr-1", LocalDate.of(2099, 1, 4));
        promises.keep(kept.id());

        String lead = start(client, "sdr-to-ae", "group:ae", "normal");
        assertThat(tasks.getVariable(task(lead, "prepareBrief").getId(), "asked"))
                .as("the one thing that nobody has said yet")
                .isEqualTo("passReason");
        complete("sdr-1", lead, "prepareBrief", Map.of("passReason", "They are on holiday"));

        JsonNode card = new ObjectMapper()
                .readTree(tasks.getVariableLocal(task(lead, "takeBaton").getId(), "card")
                        .toString());
        assertThat(card.at("/organisation").asText()).startsWith("Client ");
        assertThat(card.at("/contacts").findValuesAsText("name")).containsExactly("Anna Berg", "Ben Birch");
        assertThat(card.at("/contacts").findValuesAsText("role")).containsExactly("Head of operations", "Head of IT");
        assertThat(card.at("/flags").toString()).contains("not answered");
        assertThat(card.at("/facts/needs").asText()).isEqualTo("a quicker start");
        assertThat(card.at("/nextStep").asText()).isEqualTo("Demo");
        assertThat(card.toString()).contains("Two plants, one of them on paper.", "A demonstration on site.");
        assertThat(card.at("/promises").findValuesAsText("what"))
                .containsExactlyInAnyOrder("Send the price list", "Name a contact", "Call back");
        assertThat(card.at("/promises").findValuesAsText("owner"))
                .containsExactlyInAnyOrder("Sam Rivers", "client", "Sam Rivers");
        assertThat(card.at("/promises").findValuesAsText("state")).containsExactlyInAnyOrder("open", "open", "kept");
        assertThat(card.at("/offer/from").asText()).isEqualTo("Sam Rivers");
        assertThat(new Caller(port, "ae-2")
                        .get("/leads/" + lead, "Accept", "text/html")
                        .body())
                .as("what happened before, one click from the card")
                .containsSubsequence(
                        "Anna Berg got in touch (web form)",
                        "Sam Rivers",
                        "Yellow flag",
                        "Promised: Send the price list",
                        "Promise kept: Call back",
                        "The brief is ready (SDR to AE)");
        accept("ae-2", lead);
        assertThat(holder(lead)).isEqualTo("ae-2");
    }

    @Test
    void showsTheReceiverOnTheCardWhatTheyAreOffered() {
        String lead = offered("group:ae");

        String card =
                tasks.getVariableLocal(task(lead, "takeBaton").getId(), "card").toString();

        assertThat(card).contains("a quicker start", "Sam Rivers", "Account executives", "Anna Berg", "Demo");
    }

    // --- deadlines

    @Test
    void countsADeployedDecisionFromTheNextOfferOn() {
        String before = offered("group:ae");

        whileDeployed(deadlines("PT1H", "PT3H"), () -> {
            String after = offered("group:ae");
            assertThat(offer(after).remindEvery()).isEqualTo("PT1H");
            assertThat(offer(after).dropAt()).isBefore(offer(before).dropAt());
        });

        assertThat(offer(before).remindEvery()).isEqualTo("PT4H");
    }

    @Test
    void countsTheLastGoodDeadlinesWhileADeployedOneCannotBeRead() {
        whileDeployed(deadlines("four hours", "P2D"), () -> {
            String lead = offered("group:ae");

            assertThat(offer(lead).remindEvery()).isEqualTo("PT4H");
            assertThat(runtime.createIncidentQuery()
                            .processInstanceId(task(lead, "takeBaton").getProcessInstanceId())
                            .list())
                    .anyMatch(incident -> incident.getIncidentMessage().contains("four hours"));
            accept("ae-1", lead);
            assertThat(holder(lead)).isEqualTo("ae-1");
        });
    }

    @Test
    void neverComesWhatTheTableLeavesEmpty() {
        whileDeployed(deadlines("", ""), () -> {
            String lead = offered("group:ae");

            assertThat(offer(lead).remindAt()).isNull();
            assertThat(offer(lead).dropAt()).isNull();
            assertThat(management
                            .createJobQuery()
                            .processInstanceId(task(lead, "takeBaton").getProcessInstanceId())
                            .activityId("dropDue")
                            .singleResult()
                            .getDuedate())
                    .isAfter(Instant.parse("9999-01-01T00:00:00Z"));
        });
    }

    @Test
    void letsEveryReceiverSeeTheTaskWithItsDueDate() {
        String lead = offered("group:ae");

        Task task = task(lead, "takeBaton");

        assertThat(task.getDueDate()).isEqualTo(offer(lead).escalateAt());
        assertThat(tasks.getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .contains("ae");
    }

    @Test
    void tellsManagersOfADropAtAnyHourAndOfAnythingElseWhenTheyWork() {
        somebodyOfTheNightWatch();

        whileDeployed(deadlines("PT1H", "PT3H").replace("\"manager\"", "\"night-watch\""), () -> {
            String lead = offered("group:ae");
            fire(lead, "batonStalled");
            sendMails(lead);
            assertThat(mailbox.of("night-3@baton.example")).isEmpty();

            fire(lead, "dropDue");
            sendMails(lead);

            assertThat(mailTo("night-3", lead, "a baton was dropped")).isNotNull();
            // what was held back is not true any more
            errandsContaining("HANDOFF_ESCALATED " + lastOffer(lead).id()).stream()
                    .map(Job::getId)
                    .forEach(management::executeJob);
            assertThat(mailbox.of("night-3@baton.example")).hasSize(1);
        });
        identity.deleteMembership("night-3", "night-watch");
    }

    // --- how the tests speak

    /** night-3, whose team works on one day of the week only. */
    private void somebodyOfTheNightWatch() {
        if (identity.createUserQuery().userId("night-3").count() == 0) {
            User person = identity.newUser("night-3");
            person.setEmail("night-3@baton.example");
            identity.saveUser(person);
        }
        if (identity.createGroupQuery().groupId("night-watch").count() == 0) {
            identity.saveGroup(identity.newGroup("night-watch"));
        }
        identity.createMembership("night-3", "night-watch");
    }

    private Instant dueAt(String lead, String timer) {
        return management
                .createJobQuery()
                .processInstanceId(task(lead, "takeBaton").getProcessInstanceId())
                .activityId(timer)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private String offered(String receiver) {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(lead, "Demo", NEXT_STEP_ON);
        return start(lead, "sdr-to-ae", receiver, "normal");
    }

    private String dropped() {
        String lead = offered("group:ae");
        fire(lead, "dropDue");
        return lead;
    }

    private String returnedTwice() {
        String lead = offered("group:ae");
        giveBack("ae-1", lead, "Who decides there?");
        complete("sdr-1", lead, "prepareBrief", Map.of("nextSteps", "Demo"));
        giveBack("ae-1", lead, "I asked who decides");
        return lead;
    }

    private String start(LeadReference reference, String exchange, String receiver, String priority) {
        Map<String, Object> variables = aLead.variables(reference);
        variables.put("exchange", exchange);
        variables.put("giver", variables.get("holder"));
        variables.put("receiver", receiver);
        variables.put("priority", priority);
        runtime.startProcessInstanceByKey("handoff", reference.value(), variables);
        return reference.value();
    }

    private void accept(String person, String lead) {
        complete(person, lead, "takeBaton", Map.of("decision", "accept"));
    }

    private void giveBack(String person, String lead, String note) {
        complete(
                person,
                lead,
                "takeBaton",
                Map.of("decision", "return", "returnReason", "information-missing", "returnNote", note));
    }

    private static Map<String, Object> brief(String knows, String spokenWith, String needs) {
        return Map.of("knows", knows, "spokenWith", spokenWith, "needs", needs);
    }

    private String holder(String lead) {
        return batons.get(new LeadReference(lead)).holder().value();
    }

    private Offer offer(String lead) {
        return offers.open(new LeadReference(lead)).orElseThrow();
    }

    private Offer lastOffer(String lead) {
        return offers.last(new LeadReference(lead));
    }

    private List<LedgerEntry> entries(String lead, EntryType type) {
        return ledger.of(new LeadReference(lead)).stream()
                .filter(entry -> entry.type() == type)
                .toList();
    }

    private LedgerEntry last(String lead, EntryType type) {
        Optional<LedgerEntry> last = entries(lead, type).stream().reduce((earlier, later) -> later);
        assertThat(last).as("an entry %s of %s", type.id(), lead).isPresent();
        return last.orElseThrow();
    }

    private List<String> open(String lead) {
        return tasks.createTaskQuery().processInstanceBusinessKey(lead).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private long running(String lead) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead)
                .count();
    }

    private long jobs(String lead, String activity) {
        return management
                .createJobQuery()
                .processInstanceId(task(lead, "takeBaton").getProcessInstanceId())
                .activityId(activity)
                .count();
    }

    /** Runs the errands that wait for this lead, as the job executor would. */
    private void sendMails(String lead) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private Mailbox.Mail mailTo(String person, String lead, String subject) {
        List<Mailbox.Mail> mails = new Mailbox(imap)
                .of(person + "@baton.example").stream()
                        .filter(mail -> lead.equals(mail.header("X-Baton-Lead")))
                        .filter(mail -> mail.subject().contains(subject))
                        .toList();
        assertThat(mails).as("mail to %s: %s", person, subject).hasSize(1);
        return mails.get(0);
    }

    /** As a process owner would deploy it, and gone again afterwards: other tests have deadlines, too. */
    private void whileDeployed(String table, Runnable test) {
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .name("a process owner's deadlines")
                .source("baton build") // past the rules, as what was deployed before there were any
                .addString("bpmn/handoff-deadlines.dmn", table)
                .deploy()
                .getId();
        try {
            test.run();
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private static String deadlines(String remindEvery, String dropAfter) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="changed" name="changed" namespace="test">
                  <decision id="handoff-deadlines" name="Handoff deadlines" camunda:historyTimeToLive="P1D">
                    <decisionTable id="table">
                      <input id="input"><inputExpression id="expression" typeRef="string"><text>exchange</text></inputExpression></input>
                      <output id="o1" name="remindEvery" typeRef="string"/>
                      <output id="o2" name="backupGroup" typeRef="string"/>
                      <output id="o3" name="managerGroup" typeRef="string"/>
                      <output id="o4" name="dropAfter" typeRef="string"/>
                      <output id="o5" name="calendar" typeRef="string"/>
                      <rule id="rule"><inputEntry id="i"><text></text></inputEntry>
                        <outputEntry id="r1"><text>"%s"</text></outputEntry>
                        <outputEntry id="r2"><text>"sales-support"</text></outputEntry>
                        <outputEntry id="r3"><text>"manager"</text></outputEntry>
                        <outputEntry id="r4"><text>"%s"</text></outputEntry>
                        <outputEntry id="r5"><text>"business"</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(remindEvery, dropAfter);
    }
}
