package org.batonrelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.batonrelay.HouseDay;
import org.batonrelay.absence.AwayPeople;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The watch, called by a leg: here by the qualification. */
class LegWatchProcessTests extends RunningLeg {

    @Autowired
    private AwayPeople away;

    private void runs() {
        runs("qualification", Leg.QUALIFICATION, "sdr-1", Map.of());
    }

    @Test
    void isAProcessOfTheLeadThatEndsWithTheLeg() {
        runs();
        assertThat(processes()).containsExactlyInAnyOrder("qualification", "leg-watch");

        completes("sdr-1", "qualifyLead", Map.of("outcome", "disqualified", "reason", "A student's thesis"));

        assertThat(processes()).isEmpty();
    }

    private List<String> processes() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                .map(ProcessInstance::getProcessDefinitionId)
                .map(id -> id.substring(0, id.indexOf(':')))
                .toList();
    }

    @Test
    void remindsAHolderWhoHasDoneNothingByMail() {
        runs();
        staysQuietFor(14);

        fires("nothingDone");
        errandsRun();

        assertThat(open()).containsExactly("qualifyLead");
        assertThat(lastOnRecord("leg.reminded").detail()).containsEntry("holder", "sdr-1");
        assertThat(baton().flags()).contains(Flag.NO_NEXT_STEP);
        assertThat(mailbox.latest("sdr-1@baton.example", "waits for you").text())
                .contains(lead.value());
    }

    @Test
    void waitsAgainWhenSomethingWasDoneSince() {
        runs();

        fires("nothingDone");

        assertThat(onRecord()).doesNotContain("leg.reminded");
        assertThat(baton().flags()).isEmpty();
    }

    @Test
    void asksAManagerWhenTheHolderStaysQuietAndMailsThem() {
        stalled();

        assertThat(open()).containsExactly("qualifyLead", "unblockLeg");
        errandsRun();
        assertThat(mailbox.of("manager-1@baton.example"))
                .anyMatch(mail ->
                        mail.text().contains(lead.value()) && mail.subject().contains("stalled"));
    }

    @Test
    void remindsAManagerWhoHoldsAgainAndAsksNoOtherOne() {
        runs("qualification", Leg.QUALIFICATION, "manager-1", Map.of());
        staysQuietFor(14);

        fires("nothingDone");
        fires("nothingDone");

        assertThat(onRecord().stream().filter("leg.reminded"::equals)).hasSize(2);
        assertThat(open()).containsExactly("qualifyLead");
    }

    @Test
    void givesTheLeadToWhomTheManagerChooses() {
        stalled();

        completes("manager-1", "unblockLeg", Map.of("unblockDecision", "reassign", "newReceiver", "sdr-2"));

        assertThat(baton().holder()).isEqualTo(Holder.person("sdr-2"));
        assertThat(task(lead.value(), "qualifyLead").getAssignee()).isEqualTo("sdr-2");
        assertThat(open()).containsExactly("qualifyLead");
    }

    @Test
    void refusesAReceiverWhomNobodyKnows() {
        stalled();

        assertThatThrownBy(() -> completes(
                        "manager-1", "unblockLeg", Map.of("unblockDecision", "reassign", "newReceiver", "nobody-9")))
                .hasStackTraceContaining("nobody called nobody-9");

        assertThat(baton().holder()).isEqualTo(Holder.person("sdr-1"));
    }

    @Test
    void recordsADepartureWhenTheManagerTakesTheLead() {
        stalled();

        completes("manager-1", "unblockLeg", Map.of("unblockDecision", "take"));

        assertThat(baton().holder()).isEqualTo(Holder.person("manager-1"));
        assertThat(lastOnRecord("departure.recorded").actor()).isEqualTo("manager-1");
    }

    @Test
    void leavesTheLeadWhereItIsWhenTheManagerWaits() {
        stalled();

        completes("manager-1", "unblockLeg", Map.of("unblockDecision", "wait"));

        assertThat(baton().holder()).isEqualTo(Holder.person("sdr-1"));
        fires("nothingDone");
        assertThat(open()).containsExactly("qualifyLead");
    }

    @Test
    void theManagersTaskIsAmongTheYellowOnesOfALeadThatFliesAFlag() {
        runs("qualification", Leg.QUALIFICATION, "sdr-1", Map.of("flags", "mail-bounced"));
        staysQuietFor(14);
        batons.raise(lead, Flag.MAIL_BOUNCED, "as the test needs it");
        fires("nothingDone");
        fires("nothingDone");

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(lead.value())
                        .taskDefinitionKey("unblockLeg")
                        .processVariableValueLike("flags", "%mail-bounced%")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aLeadInAHurryIsLookedAtSooner() {
        runs();
        Date usual = nextLook();
        jdbc.sql("update lead set priority = 'high' where reference = :lead")
                .param("lead", lead.value())
                .update();

        fires("nothingDone");

        assertThat(nextLook()).isBefore(usual);
    }

    private Date nextLook() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.value()).list().stream()
                .flatMap(it ->
                        management
                                .createJobQuery()
                                .processInstanceId(it.getId())
                                .activityId("nothingDone")
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow()
                .getDuedate();
    }

    @Test
    void withdrawsTheManagersTaskAsSoonAsTheHolderMoves() {
        stalled();

        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(7)));

        assertThat(open()).containsExactly("writeSummary");
    }

    private void stalled() {
        runs();
        staysQuietFor(14);
        fires("nothingDone");
        fires("nothingDone");
    }

    @Test
    void remindsWhoStandsInForAHolderWhoIsAway() {
        runs();
        staysQuietFor(14);
        away.isAway("sdr-1", HouseDay.today(), "sdr-2");
        try {
            fires("nothingDone");
            errandsRun();
        } finally {
            away.areBack("sdr-1");
        }

        assertThat(mailbox.latest("sdr-2@baton.example", "waits for you").text())
                .contains(lead.value());
        assertThat(mailbox.of("sdr-1@baton.example"))
                .noneMatch(mail ->
                        mail.text().contains(lead.value()) && mail.subject().contains("waits for you"));
        assertThat(baton().holder()).isEqualTo(Holder.person("sdr-1"));
    }
}
