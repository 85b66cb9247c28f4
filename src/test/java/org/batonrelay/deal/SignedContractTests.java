package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.batonrelay.Caller;
import org.batonrelay.baton.Leg;
import org.batonrelay.relay.RunningLeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DocuSign Connect tells over real HTTP that an envelope is completed. */
class SignedContractTests extends RunningLeg {

    private final String envelope = UUID.randomUUID().toString();

    private void goesOut() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
    }

    @Test
    void k7_aSignedEventTellsTheAeAndChoosesWonAndWinsNothing() throws Exception {
        goesOut();
        assertThat(chosen()).isEqualTo("meeting");

        assertThat(told(completed(lead.value()), SIGNATURE_KEY).statusCode()).isEqualTo(204);
        errandsRun();

        assertThat(chosen()).isEqualTo("won");
        assertThat(open()).containsExactly("workDeal");
        assertThat(card()).contains("signed by the client on");
        assertThat(mailbox.latest("ae-1@baton.example", "has signed the contract (" + lead + ")")
                        .text())
                .contains("close the deal");
        assertThat(entries("contract.signed")).isEqualTo(1);
        assertThat(new Caller(port, "ae-1")
                        .get("/leads/" + lead, "Accept", "text/html")
                        .body())
                .contains("The client has signed the contract");
    }

    @Test
    void k7_theSameEventCountsOnceHoweverOftenItIsTold() throws Exception {
        goesOut();
        String event = completed(lead.value());
        var both = List.of(tellsLater(event), tellsLater(event));
        for (var told : both) {
            assertThat(told.get().statusCode()).isEqualTo(204);
        }
        assertThat(told(event, SIGNATURE_KEY).statusCode()).isEqualTo(204);
        errandsRun();

        assertThat(entries("contract.signed")).isEqualTo(1);
        assertThat(mailbox.of("ae-1@baton.example"))
                .filteredOn(mail -> mail.subject().contains("has signed the contract (" + lead + ")"))
                .hasSize(1);
    }

    @Test
    void k7_wonStaysChosenAfterAnotherStepOfTheAe() throws Exception {
        goesOut();
        told(completed(lead.value()), SIGNATURE_KEY);
        completes("ae-1", "workDeal", Map.of("dealDecision", "later", "tryAgainOn", day(5)));
        fires("waitUntilTryAgain");

        assertThat(chosen()).isEqualTo("won");
    }

    @ParameterizedTest
    @ValueSource(strings = {"another key", ""})
    void k7_aWrongSignatureIsRefused(String key) throws Exception {
        goesOut();

        HttpResponse<String> answer = told(completed(lead.value()), key);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("not signed with our HMAC key");
        assertThat(entries("contract.signed")).isZero();
        assertThat(chosen()).isEqualTo("meeting");
    }

    @Test
    void k7_aChangedMessageIsRefused() throws Exception {
        goesOut();
        String event = completed(lead.value());

        HttpResponse<String> answer = send(event.replace("completed", "Completed"), signature(event, SIGNATURE_KEY));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(entries("contract.signed")).isZero();
    }

    @Test
    void k7_otherNewsAndOthersEnvelopesChangeNothing() throws Exception {
        goesOut();

        assertThat(told(completed(lead.value()).replace("envelope-completed", "envelope-sent"), SIGNATURE_KEY)
                        .statusCode())
                .isEqualTo(204);
        assertThat(told(completed(""), SIGNATURE_KEY).statusCode()).isEqualTo(204);

        assertThat(entries("contract.signed")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-0000", "no reference"})
    void k7_anUnknownLeadIsSaidToWhoeverReadsConnectsLog(String reference) throws Exception {
        HttpResponse<String> answer = told(completed(reference), SIGNATURE_KEY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is no lead " + reference, "baton-reference");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{\"event\":\"envelope-completed\"}",
                "{\"event\":\"envelope-completed\",\"data\":{\"envelopeSummary\":{\"customFields\":{\"textCustomFields\":"
                        + "[{\"name\":\"baton-reference\",\"value\":\"LEAD\"}]}}}}"
            })
    void k7_whatSaysTooLittleIsRefusedOrChangesNothing(String message) throws Exception {
        goesOut();

        HttpResponse<String> answer = told(message.replace("LEAD", lead.value()), SIGNATURE_KEY);

        assertThat(answer.statusCode()).isIn(204, 400);
        assertThat(entries("contract.signed")).isZero();
    }

    @Test
    void k7_aHugeMessageIsRefused() throws Exception {
        assertThat(told(" ".repeat(1024 * 1024 + 1), SIGNATURE_KEY).statusCode())
                .isEqualTo(413);
    }

    private String chosen() {
        return String.valueOf(tasks.getVariable(task(lead.value(), "workDeal").getId(), "dealDecision"));
    }

    private String card() {
        return String.valueOf(tasks.getVariable(task(lead.value(), "workDeal").getId(), "card"));
    }

    private long entries(String type) {
        return ledger.of(lead).stream()
                .filter(entry -> entry.type().id().equals(type))
                .count();
    }

    /** As DocuSign's guide to Connect has it, without what nobody reads here. */
    private String completed(String reference) {
        return """
                {"event":"envelope-completed","apiVersion":"v2.1","uri":"/restapi/v2.1/accounts/a/envelopes/e",
                 "retryCount":0,"generatedDateTime":"2026-12-01T10:15:30.1230000Z",
                 "data":{"accountId":"a","envelopeId":"%s","envelopeSummary":{"status":"completed",
                  "emailSubject":"Contract","completedDateTime":"2026-12-01T10:15:29.9970000Z",
                  "customFields":{"textCustomFields":[{"fieldId":"1","name":"department","value":"sales"},
                   {"fieldId":"2","name":"baton-reference","show":"false","required":"false","value":"%s"}],
                   "listCustomFields":[]}}}}
                """.formatted(envelope, reference);
    }

    private HttpResponse<String> told(String event, String key) throws Exception {
        return send(event, key.isEmpty() ? "" : signature(event, key));
    }

    private CompletableFuture<HttpResponse<String>> tellsLater(String event) throws Exception {
        String signature = signature(event, SIGNATURE_KEY);
        return CompletableFuture.supplyAsync(() -> send(event, signature));
    }

    private HttpResponse<String> send(String event, String signature) {
        return Caller.nobody(port).postJson("/api/signatures", event, "X-DocuSign-Signature-1", signature);
    }

    private static String signature(String event, String key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(event.getBytes(StandardCharsets.UTF_8)));
    }
}
