package org.batonrelay.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.notice.ASlack;
import org.batonrelay.notice.ASlack.Call;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An offer in a group's Slack channel, and what its buttons do when Slack tells us of a click. */
class OfferInSlackTests extends RunningBaton {

    private static final String SECRET = "known-to-every-test";

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Offers offers;

    @Autowired
    Leads leads;

    @Test
    void hangsInTheGroupsChannelOnceAndSaysInTheEndWhoHasTakenIt() {
        String lead = offered();
        Offer offer = offers.open(new LeadReference(lead)).orElseThrow();
        assertThat(ASlack.SHARED.calls("/api/chat.postMessage", offer.id())).hasSize(1);

        assertThat(click("U0PARTNER", "accept-offer", offer.id()).statusCode()).isEqualTo(200);

        assertThat(holder(lead)).isEqualTo("partner-1");
        runErrands(offer.id());
        List<Call> replaced = ASlack.SHARED.calls("/api/chat.update", title(lead));
        assertThat(replaced).hasSize(1);
        assertThat(replaced.get(0).body().toString())
                .contains("Taken by Pat Okafor.")
                .doesNotContain("accept-offer");
    }

    @Test
    void takesASecondClickWithoutHarm() {
        String lead = offered();
        Offer offer = offers.open(new LeadReference(lead)).orElseThrow();
        click("U0PARTNER", "accept-offer", offer.id());

        assertThat(click("U0PARTNER", "accept-offer", offer.id()).statusCode()).isEqualTo(200);

        assertThat(holder(lead)).isEqualTo("partner-1");
        assertThat(offers.find(offer.id()).orElseThrow().outcome()).isEqualTo(Offer.Outcome.ACCEPTED);
    }

    @Test
    void asksForTheReasonOfAReturnOnThePersonsOwnPage() {
        String lead = offered();
        Offer offer = offers.open(new LeadReference(lead)).orElseThrow();

        click("U0PARTNER", "return-offer", offer.id());

        assertThat(offers.find(offer.id()).orElseThrow().isOpen()).isTrue();
        runErrands("/answer/" + offer.id());
        String whisper = ASlack.SHARED
                .calls("/answer/" + offer.id(), "/offers/")
                .get(0)
                .body()
                .toString();
        assertThat(whisper).contains("\"response_type\":\"ephemeral\"", "\"replace_original\":false");
        String page = whisper.replaceAll(".*(/offers/[\\w-]+).*", "$1");
        Caller partner = new Caller(port, "partner-1");
        partner.submit(
                page, page, Map.of("decision", "return", "returnReason", "not-ready", "returnNote", "Next month"));
        assertThat(offers.find(offer.id()).orElseThrow().outcome()).isEqualTo(Offer.Outcome.RETURNED);
    }

    @Test
    void doesNothingForSomebodyItIsNotOfferedToOrWhomWeDoNotKnow() {
        String lead = offered();
        Offer offer = offers.open(new LeadReference(lead)).orElseThrow();

        // known by the address that Slack has of them
        click("U0BYMAIL", "accept-offer", offer.id());
        click("U0STRANGER", "accept-offer", offer.id());

        assertThat(holder(lead)).isEqualTo("sdr-1");
        runErrands("/answer/" + offer.id());
        assertThat(ASlack.SHARED.calls("/answer/" + offer.id(), "not offered to you"))
                .hasSize(1);
        assertThat(ASlack.SHARED.calls("/answer/" + offer.id(), "I do not know who you are"))
                .hasSize(1);
    }

    @Test
    void believesNothingThatIsNotSignedOrTooOld() {
        String lead = offered();
        Offer offer = offers.open(new LeadReference(lead)).orElseThrow();
        String body = form("U0PARTNER", "accept-offer", offer.id());
        long now = Instant.now().getEpochSecond();

        assertThat(send(body, now, "v0=" + "0".repeat(64)).statusCode()).isEqualTo(403);
        assertThat(send(body, now - 301, sign(body, now - 301)).statusCode()).isEqualTo(403);
        assertThat(send(body, now, sign(body, now - 1)).statusCode()).isEqualTo(403);
        assertThat(send(body + "&more=1", now, sign(body, now)).statusCode()).isEqualTo(403);
        assertThat(send("x".repeat(300_000), now, sign("x", now)).statusCode()).isEqualTo(413);

        assertThat(holder(lead)).isEqualTo("sdr-1");
    }

    @Test
    void answersSlacksQuestionWhetherWeAreThere() {
        String question = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}";
        long now = Instant.now().getEpochSecond();

        assertThat(send(question, now, sign(question, now)).body()).isEqualTo("3eZbrw1a");
    }

    @Test
    void speaksToNobodyWhoseAddressComesWithACall() {
        String lead = offered();
        Offer offer = offers.open(new LeadReference(lead)).orElseThrow();
        // not where Slack is, and nobody listens there: the errand would fail
        String elsewhere = "http://127.0.0.1:1/answer/" + offer.id();
        String body = "payload="
                + URLEncoder.encode(
                        payload("U0STRANGER", "accept-offer", offer.id(), elsewhere), StandardCharsets.UTF_8);
        long now = Instant.now().getEpochSecond();

        send(body, now, sign(body, now));
        runErrands("/answer/" + offer.id());

        assertThat(ASlack.SHARED.calls("/answer/" + offer.id(), "")).isEmpty();
    }

    private String offered() {
        LeadReference reference = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(reference, "Demo", LocalDate.of(2027, 1, 4));
        Map<String, Object> variables = aLead.variables(reference);
        variables.put("exchange", "sdr-to-ae");
        variables.put("giver", "sdr-1");
        variables.put("receiver", "group:partner");
        runtime.startProcessInstanceByKey("handoff", reference.value(), variables);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                .map(Job::getId)
                .forEach(management::executeJob);
        return reference.value();
    }

    private String title(String lead) {
        return leads.get(new LeadReference(lead)).organisation();
    }

    /** Runs the errands about this. */
    private void runErrands(String about) {
        errandsContaining(about).stream().map(Job::getId).forEach(management::executeJob);
    }

    private HttpResponse<String> click(String user, String action, String value) {
        String body = form(user, action, value);
        long now = Instant.now().getEpochSecond();
        return send(body, now, sign(body, now));
    }

    private static String form(String user, String action, String value) {
        return "payload="
                + URLEncoder.encode(
                        payload(user, action, value, ASlack.SHARED.address() + "/answer/" + value),
                        StandardCharsets.UTF_8);
    }

    private static String payload(String user, String action, String value, String answer) {
        return """
                {"type":"block_actions","user":{"id":"%s","username":"pat","team_id":"T0"},"api_app_id":"A0",
                 "container":{"type":"message","message_ts":"1700000000.1","channel_id":"C0PARTNER"},
                 "trigger_id":"1.2.3","response_url":"%s",
                 "actions":[{"type":"button","action_id":"%s","block_id":"b","value":"%s","action_ts":"1.1"}]}
                """.formatted(user, answer, action, value);
    }

    private static String sign(String body, long at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v0="
                    + HexFormat.of().formatHex(mac.doFinal(("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(String body, long at, String signature) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/slack/events"))
                                    .header(
                                            "Content-Type",
                                            body.startsWith("{")
                                                    ? "application/json"
                                                    : "application/x-www-form-urlencoded")
                                    .header("X-Slack-Request-Timestamp", String.valueOf(at))
                                    .header("X-Slack-Signature", signature)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String holder(String lead) {
        return batons.get(new LeadReference(lead)).holder().value();
    }
}
