package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.batonrelay.baton.Leg;
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
    void peopleP12_theMeetingsDayIsPresetInTheSummary() {
        runs();
        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(7)));

        assertThat(tasks.getVariable(task(lead.value(), "writeSummary").getId(), "nextStepOn"))
                .isEqualTo(baton().nextStepOn().toString());
        completes("sdr-1", "writeSummary", aSummary());
        assertThat(baton().nextStepOn()).as("it can be another day").hasToString(day(10));
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
}
