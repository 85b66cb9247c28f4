package org.batonrelay.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Time to value: it stops on the client's confirmation, and on nothing else. */
class FirstResultTests extends RunningOnboarding {

    @Autowired
    private TransactionTemplate transaction;

    /** Signed twelve days ago; everything is done, and the last summary is with the client. */
    private void lastSummaryIsSent() {
        isHeldBy("ae-1", Leg.DEAL);
        transaction.executeWithoutResult(tx -> {
            batons.finishLeg(lead, "won");
            batons.pass(lead, Holder.person("csm-1"), "accepted");
            batons.startLeg(lead, Leg.ONBOARDING);
        });
        jdbc.sql("update ledger set happened_at = :then where reference = :reference and type = 'leg.finished'")
                .param("then", HouseDay.daysAgo(12))
                .param("reference", lead.value())
                .update();
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));
        completes("csm-1", "writeSummary", aSummary());
        fires("sendSummaryEmail");
    }

    private JsonNode figure() {
        Caller manager = new Caller(port, "manager-1");
        return manager.read(manager.get("/api/figures/time-to-value?from=" + day(-12) + "&to=" + day(-12)))
                .at("/timeToValue");
    }

    private String page() {
        return new Caller(port, "manager-1")
                .get("/leads/" + lead, "Accept", "text/html")
                .body();
    }

    @Test
    void o7_timeToValueStopsWhenTheClientConfirms() {
        lastSummaryIsSent();
        int confirmedBefore = figure().at("/days/n").asInt();
        assertThat(page()).contains("not confirmed by the client yet, 12.0 days after the signature");
        assertThat(mailbox.latest(client(), "please confirm").text())
                .contains("the first result you came for is there");

        clientConfirms();

        assertThat(lastOnRecord("value.confirmed").actor()).isEqualTo("client:" + client());
        assertThat(lastOnRecord("value.confirmed").detail()).containsEntry("days", 12.0);
        assertThat(page()).contains("confirmed by Anna Berg, 12.0 days after the signature");
        assertThat(figure().at("/days/n").asInt()).isEqualTo(confirmedBefore + 1);
        assertThat(figure().at("/days/median").asDouble()).isEqualTo(12.0);
        assertThat(endedAt("onboardingFinished")).isTrue();
    }

    @Test
    void o7_neverOnWhatOneOfUsTicks() {
        lastSummaryIsSent();
        isSilent();
        completes("csm-1", "decideOnSilence", Map.of("silenceDecision", "confirmed-by-phone"));

        assertThat(isOver()).isTrue();
        assertThat(onRecord()).contains("summary.confirmed").doesNotContain("value.confirmed");
        assertThat(page()).contains("not confirmed by the client");
    }

    @Test
    void o7_theWayWithoutConfirmationShows() {
        lastSummaryIsSent();
        int before = figure().at("/withoutTheirWord").asInt();
        isSilent();
        completes("csm-1", "decideOnSilence", Map.of("silenceDecision", "go-on", "goOnReason", "On holiday"));
        completes("csm-1", "decideWithoutConfirmation", Map.of("reason", "They said so on the phone"));
        transaction.executeWithoutResult(tx -> batons.finishLeg(lead, "unconfirmed"));

        assertThat(onRecord()).contains("departure.recorded").doesNotContain("value.confirmed");
        assertThat(page()).contains("not confirmed by the client when the onboarding ended");
        assertThat(figure().at("/withoutTheirWord").asInt()).isEqualTo(before + 1);
    }

    @Test
    void o7_countsOneConfirmationOnly() {
        lastSummaryIsSent();
        clientConfirms();
        clientConfirms();

        assertThat(onRecord().stream().filter("value.confirmed"::equals)).hasSize(1);
    }

    @Test
    void o7_figuresAreForManagersOnly() {
        assertThat(new Caller(port, "csm-1").get("/api/figures/time-to-value").statusCode())
                .isEqualTo(403);
    }

    private void isSilent() {
        fires("reminderDue");
        fires("remindClient");
        fires("silenceDue");
    }
}
