package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QualificationProcessTests extends RunningLeg {

    private void runs() {
        runs("qualification", Leg.QUALIFICATION, "sdr-1", Map.of());
    }

    @Test
    void endsAQualifiedLeadWithASummaryAndTheMeetingWithTheAe() {
        runs();
        assertThat(tasks.getVariable(task(lead.value(), "qualifyLead").getId(), "outcome"))
                .isEqualTo("qualified");

        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(7)));
        completes("sdr-1", "writeSummary", aSummary());

        assertThat(isOver()).isTrue();
        assertThat(endedAt("leadQualified")).isTrue();
        assertThat(left("outcome")).isEqualTo("qualified");
        assertThat(left("meetingOn")).isEqualTo(time(7));
        assertThat(onRecord()).contains("summary.written");
        assertThat(baton().nextStepOn()).hasToString(day(10));
        fires("sendSummaryEmail");
        assertThat(mailbox.of(client())).hasSize(1);
    }

    @Test
    void callsAgainOnTheDayThatWasChosen() {
        runs();

        completes("sdr-1", "qualifyLead", Map.of("outcome", "not-reached", "tryAgainOn", day(3)));

        assertThat(open()).isEmpty();
        assertThat(baton().nextStepOn()).hasToString(day(3));
        fires("waitUntilTryAgain");
        assertThat(open()).containsExactly("qualifyLead");
    }

    @Test
    void presetsRecyclingAfterFourTriesInVain() {
        runs();
        for (int tries = 0; tries < 4; tries++) {
            assertThat(preset()).isEqualTo("qualified");
            completes("sdr-1", "qualifyLead", Map.of("outcome", "not-reached", "tryAgainOn", day(3)));
            fires("waitUntilTryAgain");
        }

        assertThat(preset()).isEqualTo("recycle");
    }

    private Object preset() {
        return tasks.getVariable(task(lead.value(), "qualifyLead").getId(), "outcome");
    }

    @Test
    void recyclesWithAReasonAndADateOnWhichItWakes() {
        runs();

        completes(
                "sdr-1",
                "qualifyLead",
                Map.of("outcome", "recycle", "recycleOn", day(90), "reason", "No budget before spring"));

        assertThat(isOver()).isTrue();
        assertThat(endedAt("leadRecycled")).isTrue();
        assertThat(left("recycleOn")).isEqualTo(day(90));
        assertThat(left("reason")).isEqualTo("No budget before spring");
        assertThat(open()).isEmpty();
    }

    @Test
    void disqualifiesWithAReasonAndWhatTheAdvertisingPromised() {
        runs();

        completes(
                "sdr-1",
                "qualifyLead",
                Map.of(
                        "outcome",
                        "disqualified",
                        "reason",
                        "A student's thesis",
                        "notAsAdvertised",
                        "Free for universities"));

        assertThat(endedAt("leadDisqualified")).isTrue();
        assertThat(left("reason")).isEqualTo("A student's thesis");
        assertThat(jdbc.sql("select said from lead_fact where reference = ? and name = 'notAsAdvertised'")
                        .param(lead.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Free for universities");
    }

    @Test
    void refusesAMeetingThatIsPastAndLeavesTheTaskAsItWas() {
        runs();

        assertThatThrownBy(
                        () -> completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(-1))))
                .hasStackTraceContaining("is past");

        assertThat(open()).containsExactly("qualifyLead");
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
}
