package org.batonrelay.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Promises;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.ASummary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LeadPageTests extends RunningBaton {

    @Autowired
    ASummary summaries;

    @Autowired
    Batons batons;

    @Autowired
    Promises promises;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void saysWhoHoldsItAndWhomItIsOfferedTo() {
        String reference = handRaiser("Page A");

        JsonNode page = page("manager-1", reference);

        assertThat(page.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "reference",
                        "organisation",
                        "state",
                        "leg",
                        "holder",
                        "holderSince",
                        "offeredTo",
                        "task",
                        "flags",
                        "contacts",
                        "summaries",
                        "promises",
                        "routing",
                        "timeline");
        assertThat(page.get("reference").asText()).isEqualTo(reference);
        assertThat(page.get("organisation").asText()).isEqualTo("Page A");
        assertThat(page.get("state").asText()).isEqualTo("running");
        assertThat(page.get("leg").asText()).isEqualTo("capture");
        assertThat(page.get("holder").asText()).isEqualTo("group:marketing");
        assertThat(page.get("offeredTo").asText()).isEqualTo("group:sdr");
        assertThat(page.get("task").get("name").asText()).isEqualTo("Take baton");
        assertThat(page.get("task").get("due").asText()).endsWith("Z");
        assertThat(page.get("contacts").get(0).get("email").asText()).isEqualTo("ann@page-a.example");
        assertThat(page.get("timeline").get(0).get("type").asText()).isEqualTo("lead.captured");
    }

    @Test
    void peopleP10_afterTakingTheBatonTheNextTaskOfThatLeadIsKnown() {
        String reference = handRaiser("Page Next");
        String done = task(reference, "takeBaton").getId();
        assertThat(after(done, "sdr-1")).as("it is not done yet").isNull();

        complete("sdr-1", reference, "takeBaton", Map.of("decision", "accept"));

        assertThat(after(done, "sdr-1"))
                .isEqualTo(task(reference, "qualifyLead").getId());
        assertThat(after(done, "sdr-2")).as("somebody else has done it").isNull();
    }

    private @Nullable String after(String done, String person) {
        Caller caller = new Caller(port, person);
        return caller.read(caller.get("/leads/after-task/" + done)).get("task").textValue();
    }

    @Test
    void showsFlagsPromisesAndSummaries() {
        LeadReference reference = new LeadReference(handRaiser("Page B"));
        batons.raise(reference, Flag.ONE_CONTACT, "test");
        promises.make(reference, null, "A test account", "us", "sdr-1", java.time.LocalDate.of(2027, 1, 4));
        summaries.sent(reference, "sdr-1");

        JsonNode page = page("manager-1", reference.value());

        assertThat(page.get("flags")).hasToString("[\"one-contact\"]");
        assertThat(page.get("promises").get(0).get("what").asText()).isEqualTo("A test account");
        JsonNode summary = page.get("summaries").get(0);
        assertThat(summary.get("version").asInt()).isEqualTo(1);
        assertThat(summary.get("status").asText()).isEqualTo("sent");
        assertThat(summary.get("currentSituation").asText()).isEqualTo("They build.");
        assertThat(summary.get("competition").isNull()).isTrue();
        assertThat(summary.get("answeredAt").isNull()).isTrue();
        assertThat(html("manager-1", reference.value()))
                .contains("Only one contact on the client&#39;s side", "A test account", "They build.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"marketing-1", "sdr-1", "sdr-2", "manager-1", "admin"})
    void isShownToThoseWhoHoldItAreOfferedItOrManage(String user) {
        String reference = handRaiser("Seen by " + user);

        assertThat(new Caller(port, user).get("/api/leads/" + reference).statusCode())
                .isEqualTo(200);
        assertThat(new Caller(port, user).get("/leads/" + reference).statusCode())
                .isEqualTo(200);
        assertThat(listed(user, "?q=" + reference)).containsExactly(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ae-1", "csm-1", "legal-1", "partner-1", "customer-service-1", "process-owner-1", "website"})
    void isNotThereForAnybodyElse(String user) {
        String reference = handRaiser("Hidden from " + user);
        Caller caller = new Caller(port, user);

        HttpResponse<String> hidden = caller.get("/api/leads/" + reference);
        HttpResponse<String> missing = caller.get("/api/leads/nowhere-4711");

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(hidden.body().replace(reference, "x"))
                .isEqualTo(missing.body().replace("nowhere-4711", "x"));
        assertThat(caller.get("/leads/" + reference).statusCode()).isEqualTo(404);
        assertThat(caller.get("/leads/" + reference).body()).doesNotContain("Hidden from");
        assertThat(listed(user, "?q=" + reference)).isEmpty();
    }

    @Test
    void staysVisibleToWhoeverHasHeldIt() {
        LeadReference reference = new LeadReference(handRaiser("Once held"));
        batons.pass(reference, Holder.person("ae-2"), "test");
        batons.pass(reference, Holder.group("csm"), "test");

        assertThat(new Caller(port, "ae-2").get("/api/leads/" + reference).statusCode())
                .isEqualTo(200);
        assertThat(new Caller(port, "csm-1").get("/api/leads/" + reference).statusCode())
                .isEqualTo(200);
        assertThat(new Caller(port, "ae-1").get("/api/leads/" + reference).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "x'; drop table lead; --", "..%2f..%2fetc", "ACME-0001", "acme-0001%00"})
    void knowsNoLeadOfAStrangeReference(String reference) {
        String path = reference.contains("%")
                ? reference
                : java.net.URLEncoder.encode(reference, java.nio.charset.StandardCharsets.UTF_8);

        assertThat(new Caller(port, "manager-1").get("/api/leads/" + path).statusCode())
                .isIn(400, 404);
    }

    @Test
    void findsLeadsByHolderLegFlagAndText() {
        LeadReference reference = new LeadReference(handRaiser("Quite Findable"));
        batons.pass(reference, Holder.person("sdr-2"), "test");
        batons.raise(reference, Flag.MAIL_BOUNCED, "test");
        batons.raise(reference, Flag.ONE_CONTACT, "test");

        assertThat(listed("manager-1", "?holder=sdr-2&leg=capture&flag=mail-bounced&q=quite+find"))
                .containsExactly(reference.value());
        assertThat(listed("manager-1", "?q=ANN@quite-findable")).containsExactly(reference.value());
        assertThat(listed("manager-1", "?holder=sdr-1&q=quite+find")).isEmpty();
        assertThat(listed("manager-1", "?leg=deal&q=quite+find")).isEmpty();
        assertThat(listed("manager-1", "?flag=summary-unanswered&q=quite+find")).isEmpty();
        assertThat(listed("manager-1", "?q=%25")).isEmpty();
    }

    @Test
    void listsAnOfferAsThePageDoesWithWhomItWaitsForByNow() {
        String reference = handRaiser("Widely offered");
        jdbc.sql("update offer set candidates = 'sdr-1,sdr-2', widened = true where reference = :reference")
                .param("reference", reference)
                .update();
        Caller caller = new Caller(port, "manager-1");

        JsonNode row = caller.read(caller.get("/api/leads?q=" + reference))
                .get("leads")
                .get(0);

        assertThat(row.get("offeredTo").asText()).isEqualTo("sdr-1,sdr-2,group:ae");
        assertThat(row.get("offeredTo")).isEqualTo(page("manager-1", reference).get("offeredTo"));
    }

    @Test
    void pagesThroughTheList() {
        for (int i = 0; i < 50 + 1; i++) {
            stored("paged-%04d".formatted(i), "sales-support-1");
        }
        Caller caller = new Caller(port, "sales-support-1");

        JsonNode first = caller.read(caller.get("/api/leads?q=paged"));
        JsonNode second = caller.read(caller.get("/api/leads?q=paged&page=2"));

        assertThat(first.get("total").asInt()).isEqualTo(50 + 1);
        assertThat(first.get("leads")).hasSize(50);
        assertThat(second.get("leads")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?leg=sprint", "?flag=green", "?page=0", "?page=x", "?page=99999999999"})
    void refusesASearchThatCannotBe(String search) {
        HttpResponse<String> answer = new Caller(port, "manager-1").get("/api/leads" + search);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"errors\":[{\"field\":\"" + search.substring(1, search.indexOf('=')));
    }

    @Test
    void escapesWhatLeadsSay() {
        String reference = captured("website", "Angle Brackets", ", \"message\": \"<img src=x onerror=alert(1)>\"");

        assertThat(html("manager-1", reference)).contains("&lt;img src=x").doesNotContain("<img src=x");
    }

    @Test
    void letsTheGiverRecallAnOpenOffer() {
        String reference = handRaiser("Recalled");
        Caller giver = new Caller(port, "marketing-1");

        HttpResponse<String> answer = giver.submit("/leads/" + reference, "/leads/" + reference + "/recall", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/leads/" + reference + "?done=recalled");
        assertThat(types(reference)).contains("handoff.recalled");
        assertThat(page("marketing-1", reference).get("offeredTo").isNull()).isTrue();
        assertThat(giver.get("/leads/" + reference).body()).doesNotContain("/recall\"");
    }

    @Test
    void letsNobodyElseRecallIt() {
        String reference = handRaiser("Not recalled");
        Caller receiver = new Caller(port, "sdr-1");

        HttpResponse<String> answer =
                receiver.submit("/leads/" + reference, "/leads/" + reference + "/recall", Map.of());

        assertThat(answer.statusCode()).isIn(403, 409);
        assertThat(receiver.get("/leads/" + reference).body()).doesNotContain("/recall\"");
        assertThat(types(reference)).doesNotContain("handoff.recalled");
    }

    @Test
    void letsAManagerCloseItWithAReason() {
        String reference = handRaiser("Closed");
        Caller manager = new Caller(port, "manager-1");

        HttpResponse<String> answer = manager.submit(
                "/leads/" + reference, "/leads/" + reference + "/close", Map.of("reason", "Bought elsewhere"));

        assertThat(answer.statusCode()).isEqualTo(303);
        JsonNode page = page("manager-1", reference);
        assertThat(page.get("state").asText()).isEqualTo("closed");
        assertThat(page.get("task").isNull()).isTrue();
        assertThat(html("manager-1", reference)).contains("Bought elsewhere").doesNotContain("/close\"");
    }

    @Test
    void closesNothingWithoutAReasonOrForAnybodyElse() {
        String reference = handRaiser("Not closed");
        String form = "/leads/" + reference + "/close";

        assertThat(new Caller(port, "manager-1")
                        .submit("/leads/" + reference, form, Map.of("reason", " "))
                        .statusCode())
                .isEqualTo(409);
        assertThat(new Caller(port, "sdr-1")
                        .submit("/leads/" + reference, form, Map.of("reason", "no"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Caller(port, "ae-1")
                        .submit("/leads/" + handRaiser("Not mine"), form, Map.of("reason", "no"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(page("manager-1", reference).get("state").asText()).isEqualTo("running");
    }

    @Test
    void changesNothingForAFormOfAnotherSite() {
        String reference = handRaiser("Forged");

        assertThat(new Caller(port, "manager-1")
                        .post("/leads/" + reference + "/close", Map.of("reason", "forged"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(page("manager-1", reference).get("state").asText()).isEqualTo("running");
    }

    private String handRaiser(String organisation) {
        return captured("website", organisation, ", \"wantsContact\": true");
    }

    private String captured(String by, String organisation, String more) {
        Caller caller = new Caller(port, by);
        String domain = organisation.toLowerCase().replace(' ', '-') + ".example";
        HttpResponse<String> answer = caller.postJson(
                "/api/leads",
                "{\"name\": \"Ann Page\", \"email\": \"ann@%s\", \"organisation\": \"%s\"%s}"
                        .formatted(domain, organisation, more));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return caller.read(answer).get("reference").asText();
    }

    private void stored(String reference, String holder) {
        jdbc.sql("insert into lead (reference, organisation, organisation_key, priority, captured_at, captured_by)"
                        + " values (:reference, 'Paged', 'paged', 'normal', now(), 'test')")
                .param("reference", reference)
                .update();
        jdbc.sql("insert into baton (reference, state, leg, holder, holder_since, last_done_at)"
                        + " values (:reference, 'finished', 'deal', :holder, now(), now())")
                .param("reference", reference)
                .param("holder", holder)
                .update();
    }

    private JsonNode page(String user, String reference) {
        Caller caller = new Caller(port, user);
        HttpResponse<String> answer = caller.get("/api/leads/" + reference);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return caller.read(answer);
    }

    private String html(String user, String reference) {
        HttpResponse<String> answer = new Caller(port, user).get("/leads/" + reference, "Accept", "text/html");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<String> listed(String user, String search) {
        Caller caller = new Caller(port, user);
        return caller.read(caller.get("/api/leads" + search)).get("leads").findValuesAsText("reference");
    }

    private Set<String> types(String reference) {
        return Set.copyOf(page("manager-1", reference).get("timeline").findValuesAsText("type"));
    }
}
