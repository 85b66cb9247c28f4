package org.batonrelay.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.junit.jupiter.api.Test;

/** The last pass: to customer service, with the summary that the client has confirmed. */
class ServiceHandoverTests extends RunningOnboarding {

    @Test
    void o8_customerServiceAcceptsByTheSameExchangeWithTheSummaryThatTheClientConfirmed() {
        isHeldBy("csm-1", Leg.ONBOARDING);
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));
        Map<String, Object> last = new HashMap<>(aSummary());
        last.put("currentSituation", "All plants work with it. Not solved yet: the export is slow.");
        completes("csm-1", "writeSummary", last);
        fires("sendSummaryEmail");
        clientConfirms();
        assertThat(endedAt("onboardingFinished")).isTrue();

        goesOnWith(
                "handoff",
                Map.of(
                        "exchange", "csm-to-customer-service",
                        "giver", "csm-1",
                        "receiver", "group:customer-service"));

        assertThat(open()).containsExactly("takeBaton");
        assertThat(tasks.getVariable(task(lead.value(), "takeBaton").getId(), "card")
                        .toString())
                .contains("Not solved yet: the export is slow.", "\"status\":\"confirmed\"");
        completes("customer-service-1", "takeBaton", Map.of("decision", "accept"));
        assertThat(baton().holder()).isEqualTo(Holder.person("customer-service-1"));
        assertThat(lastOnRecord("handoff.accepted").exchange()).isEqualTo("csm-to-customer-service");
        assertThat(List.of(lastOnRecord("handoff.accepted").detail().get("by"))).containsExactly("customer-service-1");
    }
}
