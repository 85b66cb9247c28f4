package org.batonrelay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.relay.ALead;
import org.batonrelay.webhook.Deliveries.Delivery;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A program hears of the relay over real HTTP. */
class WebhooksTests extends RunningBaton {

    @Autowired
    private Ledger ledger;

    @Autowired
    private ALead aLead;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Clock clock;

    private final String quote = "quote-" + UUID.randomUUID();
    private LeadReference lead;

    @BeforeEach
    void aLeadIsThere() {
        lead = aLead.heldBy("ae-1", Leg.DEAL);
        AProgram.SHARED.answer(204);
    }

    @AfterEach
    void nothingIsLeft() {
        AProgram.SHARED.answer(204);
        jdbc.sql("delete from webhook_delivery").update();
    }

    @Test
    void isToldWhatHappenedSignedAsStandardWebhooksSays() throws Exception {
        long entry = happens();
        runAll();

        AProgram.Call call = AProgram.SHARED.calls(quote).get(0);
        JsonNode body = new ObjectMapper().readTree(call.body());
        assertThat(body.get("type").asText()).isEqualTo("campaign.mismatched");
        assertThat(Instant.parse(body.get("timestamp").asText())).isBeforeOrEqualTo(clock.instant());
        assertThat(body.get("data").get("id").asLong()).isEqualTo(entry);
        assertThat(body.get("data").get("reference").asText()).isEqualTo(lead.value());
        assertThat(body.get("data").get("detail").get("quote").asText()).isEqualTo(quote);
        assertThat(call.headers().get("Content-Type")).isEqualTo("application/json");
        String signed =
                call.headers().get("webhook-id") + "." + call.headers().get("webhook-timestamp") + "." + call.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(WEBHOOK_SECRET.substring(6)), "HmacSHA256"));
        assertThat(call.headers().get("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    /** The example of the specification: whoever checks ours with a library of theirs gets the same. */
    @Test
    void signsTheExampleOfTheSpecificationAsItSays() {
        assertThat(Signature.of(
                        Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void hearsOnlyOfWhatItHasAskedFor() {
        transaction.executeWithoutResult(tx -> ledger.append(
                NewEntry.of(lead, EntryType.NOTE_WRITTEN).by("ae-1").with("note", quote)));

        assertThat(deliveriesOf(lead)).isEmpty();
    }

    @Test
    void isToldNothingOfWhatDidNotHappen() {
        transaction.executeWithoutResult(tx -> {
            append();
            tx.setRollbackOnly();
        });

        assertThat(deliveriesOf(lead)).isEmpty();
    }

    @Test
    void isToldAgainUnderTheSameIdUntilItIsTaken() {
        AProgram.SHARED.answer(503);
        happens();
        runAll();
        runAll();
        assertThat(deliveriesOf(lead))
                .filteredOn(it -> it.hook().equals("warehouse"))
                .singleElement()
                .satisfies(it -> assertThat(it.attempts()).isEqualTo(2))
                .satisfies(it -> assertThat(it.answer()).isEqualTo("answered 503"));

        AProgram.SHARED.answer(200);
        runAll();

        List<AProgram.Call> calls = AProgram.SHARED.calls(quote);
        Set<String> ids = new HashSet<>();
        calls.forEach(call -> ids.add(call.headers().get("webhook-id")));
        assertThat(calls).hasSize(3);
        assertThat(ids).as("a program that keeps the ids counts it once").hasSize(1);
        assertThat(deliveriesOf(lead)).extracting(Delivery::hook).doesNotContain("warehouse");
    }

    @Test
    void waitsLongerEachTime() {
        AProgram.SHARED.answer(500);
        happens();
        Instant before = clock.instant();
        for (int attempt = 0; attempt < Deliver.PAUSES.size(); attempt++) {
            runAll();
            assertThat(waiting("warehouse"))
                    .singleElement()
                    .satisfies(job -> assertThat(job.getDuedate().toInstant()).isAfterOrEqualTo(before));
        }
        assertThat(Deliver.PAUSES).isSorted();
    }

    @Test
    void isListedWhenItTakesNothingAndSentAgainByAManager() {
        AProgram.SHARED.answer(500);
        happens();
        givesUp();
        assertThat(waiting("warehouse")).isEmpty();
        Caller manager = new Caller(port, "manager-1");
        String page = manager.get("/leads/undelivered", "Accept", "text/html").body();
        assertThat(page).contains("campaign.mismatched", lead.value(), "answered 500", "to warehouse");
        assertThat(new Caller(port, "ae-1").get("/leads/undelivered").statusCode())
                .isEqualTo(404);
        assertThat(mailbox.latest("manager-1@baton.example", "warehouse takes nothing")
                        .text())
                .contains("answered 500", "/leads/undelivered");

        AProgram.SHARED.answer(202);
        String id = delivery("warehouse").id();
        int before = AProgram.SHARED.calls(quote).size();
        assertThat(manager.submit("/leads/undelivered", "/leads/undelivered/" + id, Map.of())
                        .statusCode())
                .isEqualTo(302);
        runAll();

        assertThat(AProgram.SHARED.calls(quote)).hasSize(before + 1);
        assertThat(AProgram.SHARED.calls(quote).get(before).headers().get("webhook-id"))
                .isEqualTo(id);
        assertThat(manager.get("/leads/undelivered", "Accept", "text/html").body())
                .doesNotContain("to warehouse");
    }

    @Test
    void allIsSentAgainAtOnce() {
        AProgram.SHARED.answer(500);
        happens();
        happens();
        givesUp();
        AProgram.SHARED.answer(200);
        new Caller(port, "manager-1").submit("/leads/undelivered", "/leads/undelivered", Map.of());
        runAll();

        assertThat(deliveriesOf(lead)).extracting(Delivery::hook).doesNotContain("warehouse");
    }

    @Test
    void isToldNoMoreWhenItSaysGone() {
        AProgram.SHARED.answer(410);
        happens();
        runAll();

        assertThat(delivery("warehouse").givenUp()).isTrue();
        assertThat(AProgram.SHARED.calls(quote)).hasSize(1);
    }

    @Test
    void isNotFollowedElsewhere() {
        AProgram.SHARED.answer(302);
        happens();
        runAll();

        assertThat(AProgram.SHARED.calls(quote)).hasSize(1);
        assertThat(delivery("warehouse").answer()).contains("302", "nobody follows");
    }

    @Test
    void isLeftInPeaceWhenItAnswersTooLate() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            WebhookSettings.Hook hook = new WebhookSettings.Hook(
                    URI.create("http://127.0.0.1:" + silent.getLocalPort()), WEBHOOK_SECRET, List.of("*"), true);
            Programs caller = new Programs(clock, Duration.ofMillis(300));

            assertThat(caller.post("silent", hook, "msg_1", "{}").words()).startsWith("no answer within");
            assertThat(caller.post("silent", hook, "msg_2", "{}").outcome()).isEqualTo(Programs.Outcome.BUSY);
        }
    }

    /** The hook "inside" names an address of this machine, and is not allowed to. */
    @Test
    void doesNotKnockInsideTheHouse() {
        happens();
        runAll();

        assertThat(delivery("inside").answer()).isEqualTo("localhost leads into the house's own network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0",
                "198.18.0.1", "224.0.0.1", "255.255.255.255", "[::1]", "[fd00::1]", "[fe80::1]", "[::ffff:10.0.0.1]"
            })
    void knowsWhatIsInside(String host) throws Exception {
        assertThat(PublicAddresses.isPublic(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "[2606:4700::1111]"})
    void knowsWhatIsOutside(String host) throws Exception {
        assertThat(PublicAddresses.isPublic(host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://crm.example, " + WEBHOOK_SECRET + ", handoff.*, .url",
        "https://crm.example, secret, handoff.*, .secret",
        "https://crm.example, whsec_c2hvcnQ=, handoff.*, .secret",
        "https://crm.example, " + WEBHOOK_SECRET + ", handoff.acepted, .types"
    })
    void aWrongSettingIsNamedAtTheStart(String url, String secret, String type, String named) {
        assertThatThrownBy(() -> new WebhookSettings(
                        Map.of("crm", new WebhookSettings.Hook(URI.create(url), secret, List.of(type), false))))
                .hasMessageContaining("baton.webhooks.crm" + named)
                .hasMessageNotContaining(WEBHOOK_SECRET);
    }

    @Test
    void aSettingTellsItsSecretToNobody() {
        assertThat(new WebhookSettings.Hook(URI.create("https://crm.example/x"), WEBHOOK_SECRET, List.of("*"), false)
                        .toString())
                .isEqualTo("Hook[crm.example]");
    }

    private long happens() {
        Long entry = transaction.execute(tx -> append());
        return entry == null ? 0 : entry;
    }

    private long append() {
        return ledger.append(NewEntry.of(lead, EntryType.CAMPAIGN_MISMATCHED)
                        .by("ae-1")
                        .with("campaign", "spring")
                        .with("source", "fair")
                        .with("quote", quote))
                .id();
    }

    private void givesUp() {
        for (int attempt = 0; attempt <= Deliver.PAUSES.size(); attempt++) {
            runAll();
        }
    }

    /** Each that waits is tried once, whatever it waits for. */
    private void runAll() {
        deliveriesOf(lead)
                .forEach(delivery -> errandsOf("webhook", delivery.id()).stream()
                        .map(Job::getId)
                        .toList()
                        .forEach(management::executeJob));
    }

    private List<Job> waiting(String hook) {
        return errandsOf("webhook", delivery(hook).id());
    }

    private Delivery delivery(String hook) {
        return deliveriesOf(lead).stream()
                .filter(it -> it.hook().equals(hook))
                .findFirst()
                .orElseThrow();
    }

    private List<Delivery> deliveriesOf(LeadReference reference) {
        return jdbc
                .sql(
                        "select d.id from webhook_delivery d join ledger l on l.id = d.entry where l.reference = :reference")
                .param("reference", reference.value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(id -> deliveries.find(id).stream())
                .toList();
    }
}
