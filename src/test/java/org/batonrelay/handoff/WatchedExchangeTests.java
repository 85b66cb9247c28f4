package org.batonrelay.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.TemporalUnitOffset;
import org.batonrelay.HouseDay;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What lies with the giver or with the managers has a due date, is reminded of, and is then told to the next above. */
class WatchedExchangeTests extends RunningLeg {

    /** A step after the other. */
    private static final TemporalUnitOffset SOON = within(5, ChronoUnit.SECONDS);

    @Autowired
    BusinessCalendar hours;

    @Test
    void whatAGiverMustSayIsDueAsTheRowsOfCaptureSay() {
        givesABatonWithoutABrief();

        assertThat(due("prepareBrief"))
                .isCloseTo(hours.due(createdAt("prepareBrief"), "P2D", "business", "marketing"), SOON);
    }

    @Test
    void aQuietGiverIsRemindedAndThenAManagerIsAsked() {
        givesABatonWithoutABrief();
        fires("exchangeProlonged");
        staysQuietFor(14);

        fires("nothingDone");
        errandsRun();

        assertThat(lastOnRecord("leg.reminded").leg()).isEqualTo("capture");
        assertThat(mailbox.latest("marketing-1@baton.example", "waits for you").text())
                .contains(lead.value());
        fires("nothingDone");
        assertThat(open()).containsExactly("prepareBrief", "unblockLeg");

        completes("manager-1", "unblockLeg", Map.of("unblockDecision", "reassign", "newReceiver", "group:marketing"));
        assertThat(baton().holder()).isEqualTo(Holder.group("marketing"));
    }

    @Test
    void anOpenOfferIsNotTheGiversFault() {
        offers();
        fires("exchangeProlonged");
        staysQuietFor(14);

        fires("nothingDone");

        assertThat(onRecord()).doesNotContain("leg.reminded");
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(isOver()).as("the watch ends with the exchange").isTrue();
    }

    @Test
    void managersWhoDecideNothingAreRemindedAndThenWhoeverStandsAboveThemIsAsked() {
        offers();
        fires("exchangeProlonged");
        fires("dropDue");
        assertThat(due("decideDropped"))
                .isCloseTo(hours.due(createdAt("decideDropped"), "P1D", "business", "manager"), SOON);
        staysQuietFor(14);

        fires("nothingDone");
        errandsRun();

        assertThat(mailbox.of("manager-1@baton.example"))
                .anyMatch(mail ->
                        mail.text().contains(lead.value()) && mail.subject().contains("your decision"));
        fires("nothingDone");
        assertThat(open()).containsExactly("decideDropped", "unblockLeg");
        assertThat(mayTake("admin", "unblockLeg")).isTrue();
        assertThat(mayTake("manager-1", "unblockLeg")).isFalse();

        completes("admin", "unblockLeg", Map.of("unblockDecision", "take"));

        assertThat(task(lead.value(), "decideDropped").getAssignee()).isEqualTo("admin");
        assertThat(baton().holder()).isEqualTo(Holder.person("admin"));
    }

    @Test
    void whatCameBackTwiceIsTheManagersToDecideAndNotTheGiversToHurry() {
        offers();
        fires("exchangeProlonged");
        for (String missing : new String[] {"Who decides there?", "I asked who decides"}) {
            if (open().contains("prepareBrief")) {
                completes("sdr-1", "prepareBrief", Map.of("nextSteps", "Demo"));
            }
            completes(
                    "ae-1",
                    "takeBaton",
                    Map.of("decision", "return", "returnReason", "information-missing", "returnNote", missing));
        }
        assertThat(due("settleReturns")).isNotNull();
        staysQuietFor(14);

        fires("nothingDone");
        errandsRun();

        assertThat(mailbox.of("sdr-1@baton.example"))
                .noneMatch(mail ->
                        mail.text().contains(lead.value()) && mail.subject().contains("waits for you"));
        assertThat(mailbox.of("manager-1@baton.example"))
                .anyMatch(mail ->
                        mail.text().contains(lead.value()) && mail.subject().contains("your decision"));
    }

    @Test
    void aManagerMustUnblockAnOfferBeforeItIsDropped() {
        offers();
        Date dropAt = (Date) tasks.getVariable(task(lead.value(), "takeBaton").getId(), "dropAt");
        fires("batonStalled");

        assertThat(due("unblockBaton")).isBeforeOrEqualTo(dropAt.toInstant());
    }

    @Test
    void whoeverStandsAboveTheManagersMayUnblockALegThatTheyLeaveLying() {
        runs("qualification", Leg.QUALIFICATION, "sdr-1", Map.of());
        staysQuietFor(14);
        fires("nothingDone");
        fires("nothingDone");
        assertThat(mayTake("admin", "unblockLeg")).isFalse();
        assertThat(due("unblockLeg")).isCloseTo(hours.due(createdAt("unblockLeg"), "P1D", "business", "manager"), SOON);

        fires("managersQuiet");
        errandsRun();

        assertThat(mayTake("admin", "unblockLeg")).isTrue();
        assertThat(mailbox.of("admin@baton.example"))
                .anyMatch(mail ->
                        mail.text().contains(lead.value()) && mail.subject().contains("stalled"));
    }

    @Test
    void aLegsTaskIsDueAfterTheAgreedNextStepAndMovesWithIt() {
        isHeldBy("ae-1", Leg.DEAL);
        LocalDate demo = HouseDay.today().plusDays(14);
        batons.agreeNextStep(lead, "Demo", demo);
        goesOnWith("deal", Map.of());
        Instant first = due("workDeal");
        assertThat(first).isEqualTo(hours.due(hours.opening(demo, "ae"), "P5D", "business", "ae"));

        batons.agreeNextStep(lead, "Offer", demo.plusDays(14));
        fires("nothingDone");

        assertThat(due("workDeal")).isAfter(first);
    }

    private void givesABatonWithoutABrief() {
        isHeldBy("marketing-1", Leg.CAPTURE);
        jdbc.sql("delete from lead_fact where reference = :lead")
                .param("lead", lead.value())
                .update();
        exchange("marketing-to-sdr", "group:sdr");
        assertThat(open()).containsExactly("prepareBrief");
    }

    private void offers() {
        isHeldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(lead, "Demo", HouseDay.today().plusDays(3));
        exchange("sdr-to-ae", "group:ae");
        assertThat(open()).containsExactly("takeBaton");
    }

    private void exchange(String exchange, String receiver) {
        Map<String, Object> more = new HashMap<>();
        more.put("exchange", exchange);
        more.put("giver", baton().holder().value());
        more.put("receiver", receiver);
        goesOnWith("handoff", more);
    }

    private boolean mayTake(String person, String key) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(lead.value())
                        .taskDefinitionKey(key)
                        .or()
                        .taskCandidateUser(person)
                        .taskCandidateGroupIn(
                                engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                                        .map(group -> group.getId())
                                        .toList())
                        .endOr()
                        .count()
                > 0;
    }

    private Instant due(String key) {
        Task task = task(lead.value(), key);
        assertThat(task.getDueDate()).as("due date of " + key).isNotNull();
        return task.getDueDate().toInstant();
    }

    private Instant createdAt(String key) {
        return task(lead.value(), key).getCreateTime().toInstant();
    }
}
