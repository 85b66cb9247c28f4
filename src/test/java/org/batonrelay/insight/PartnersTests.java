package org.batonrelay.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promises;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.notice.ASlack;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people of an outside team see, tried by every way there is to ask. */
class PartnersTests extends RunningLeg {

    /** Of this test alone: what others have left with partners is not meant. */
    private final String secret = "s3cr3t" + Long.toString(System.nanoTime(), 36);

    @Autowired
    Correspondence correspondence;

    @Autowired
    Notes notes;

    @Autowired
    Files files;

    @Autowired
    Facts facts;

    @Autowired
    Promises promises;

    @Autowired
    Offers offers;

    private LeadReference offered;
    private LeadReference foreign;

    @BeforeEach
    void isOfferedOneLeadOfTwo() {
        foreign = aLeadFullOfSecrets("group:sdr");
        offered = aLeadFullOfSecrets("group:partner");
    }

    private LeadReference aLeadFullOfSecrets(String receiver) {
        isHeldBy("sdr-1", Leg.QUALIFICATION);
        jdbc.sql("update contact set name = :name, email = :email, phone = :phone, role = :role"
                        + " where reference = :reference")
                .param("name", secret + " Anna")
                .param("email", secret + "@" + UUID.randomUUID() + ".example")
                .param("phone", secret + " 030")
                .param("role", secret + " head")
                .param("reference", lead.value())
                .update();
        List.of("campaign", "message", "knows", "spokenWith", "needs", "note", "noteToSdr", "noteToAe", "account")
                .forEach(name -> facts.say(lead, name, secret + " " + name, "sdr-1"));
        facts.say(lead, "source", "web form", "sdr-1");
        facts.say(lead, "country", "DE", "sdr-1");
        jdbc.sql("insert into summary (id, reference, version, status, leg, current_situation, business_priorities,"
                        + " competition, timeline, decision_process, next_steps, next_step_on, author, written_at)"
                        + " values (:id, :reference, 1, 'sent', 'qualification', :secret, :secret, :secret, :secret,"
                        + " :secret, :secret, date '2027-01-04', 'sdr-1', now())")
                .param("id", UUID.randomUUID().toString())
                .param("reference", lead.value())
                .param("secret", secret + " heading")
                .update();
        jdbc.sql("update baton set next_step = :secret, next_step_on = date '2027-01-04' where reference = :reference")
                .param("secret", secret + " step")
                .param("reference", lead.value())
                .update();
        promises.make(lead, null, secret + " promise", "us", "sdr-1", LocalDate.of(2027, 1, 4));
        correspondence.received(
                lead, contacts.main(lead).orElseThrow(), Channel.MAIL, secret + " words", secret + " subject", null);
        notes.write(lead, "sdr-1", secret + " comment");
        files.add(lead, "sdr-1", secret + ".txt", (secret + " content").getBytes(StandardCharsets.UTF_8));
        batons.raise(lead, Flag.SUMMARY_UNANSWERED, "test");
        goesOnWith("handoff", Map.of("exchange", "sdr-to-ae", "giver", "sdr-1", "receiver", receiver));
        completes(
                "sdr-1",
                "prepareBrief",
                Map.of(
                        "nextSteps", secret + " next",
                        "passReason", secret + " reason",
                        "noteToAe", secret + " note"));
        return lead;
    }

    @Test
    void p2_noAnswerToAPartnerHoldsAnythingThatIsNotShared() {
        String own = task(offered.value(), "takeBaton").getId();
        String others = task(foreign.value(), "takeBaton").getId();
        List<String> ids = List.of(
                own,
                others,
                task(offered.value(), "takeBaton").getProcessInstanceId(),
                task(foreign.value(), "takeBaton").getProcessInstanceId(),
                task(foreign.value(), "takeBaton").getProcessDefinitionId(),
                filter("Offered to my team"));
        List<String> names = List.of("card");
        Caller partner = new Caller(port, "partner-1");
        List<String> asked = new ArrayList<>();
        new EveryGet(ids, names).addresses().forEach(address -> asked.add("/engine-rest" + address));
        assertThat(asked).as("the walk finds the engine's calls").hasSizeGreaterThan(400);
        for (String query : List.of("?deserializeValues=false", "?deserializeValues=true")) {
            ids.forEach(id -> List.of("variables", "localVariables", "form-variables")
                    .forEach(what -> asked.add("/engine-rest/task/" + id + "/" + what + query)));
        }
        for (LeadReference reference : List.of(offered, foreign)) {
            for (String page : List.of("", "/tab", "/conversation", "/conversation/messages", "/chat")) {
                asked.add("/leads/" + reference + page);
                asked.add("/api/leads/" + reference + page);
            }
            asked.add("/engine-rest/task?processInstanceBusinessKey=" + reference);
            asked.add("/engine-rest/history/variable-instance?processInstanceBusinessKey=" + reference);
            files.of(reference).forEach(file -> asked.add("/leads/" + reference + "/files/" + file.id()));
        }
        asked.addAll(List.of(
                "/leads/at-task/" + own,
                "/leads/at-task/" + others,
                "/api/leads",
                "/api/leads?q=" + secret,
                "/api/leads?holder=sdr-1",
                "/api/leads?flag=summary-unanswered",
                "/api/ledger",
                "/api/ledger?after=0",
                "/api/figures",
                "/leads/put-aside",
                "/leads/days-off",
                "/leads/import",
                "/engine-rest/task?processVariables=passReason_like_" + secret + "%25",
                "/engine-rest/task?taskVariables=card_like_" + secret + "%25"));

        List<String> told = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (String address : asked) {
            String other = address.startsWith("/engine-rest") ? "application/hal+json" : "text/html";
            boolean both =
                    !address.startsWith("/engine-rest") || address.matches("/engine-rest/(task|filter|history).*");
            for (String kind : both ? List.of("application/json", other) : List.of("application/json")) {
                HttpResponse<String> answer = partner.get(address, "Accept", kind);
                if (answer.body().toLowerCase(java.util.Locale.ROOT).contains(secret)) {
                    told.add(kind + " " + address + ": " + around(answer.body()));
                }
                if (answer.statusCode() >= 500) {
                    failed.add(answer.statusCode() + " " + kind + " " + address + ": " + answer.body());
                }
            }
        }
        for (String post : List.of("/task", "/variable-instance", "/history/variable-instance", "/history/task")) {
            HttpResponse<String> answer = partner.postJson("/engine-rest" + post, "{}");
            if (answer.body().contains(secret)) {
                told.add("POST " + post + ": " + around(answer.body()));
            }
        }
        assertThat(told).isEmpty();
        assertThat(failed).as("what a partner may not do is no fault of ours").isEmpty();
    }

    private String filter(String name) {
        return engine.getFilterService()
                .createFilterQuery()
                .filterName(name)
                .singleResult()
                .getId();
    }

    private String around(String body) {
        int at = body.toLowerCase(java.util.Locale.ROOT).indexOf(secret);
        return body.substring(Math.max(0, at - 80), Math.min(body.length(), at + 40));
    }

    @Test
    void p2_webAppsTellAPartnerNoMoreThanTheForm() {
        Caller partner = new Caller(port, "partner-1");
        assertThat(partner.enterTasklist().statusCode()).isEqualTo(200);
        String own = task(offered.value(), "takeBaton").getId();
        String engine = "/camunda/api/engine/engine/default";
        JsonNode form = partner.read(partner.get(engine + "/task/" + own + "/form-variables"));
        JsonNode card = readCard(partner, form);
        assertThat(card.get("organisation").asText()).isNotBlank();
        assertThat(card.at("/facts/country").asText()).isEqualTo("DE");
        assertThat(card.at("/facts/source").asText()).isEqualTo("web form");
        assertThat(card.at("/facts/needs").asText()).isEqualTo("not shared");
        assertThat(card.at("/contact/name").asText()).isEqualTo("Contact not shared");

        for (String address : List.of(
                engine + "/task/" + own + "/variables",
                engine + "/task",
                engine + "/variable-instance",
                engine + "/history/variable-instance",
                engine + "/filter",
                "/camunda/api/cockpit/plugin/base/default/process-instance",
                "/camunda/api/tasklist/plugin/lead-tab/default/tab",
                "/leads/" + offered + "/tab")) {
            assertThat(partner.get(address).body().toLowerCase(java.util.Locale.ROOT))
                    .as(address)
                    .doesNotContain(secret);
        }
        String list = filter("Offered to my team");
        for (String sorting : List.of("", "\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]")) {
            HttpResponse<String> listed =
                    partner.postJson("/engine-rest/filter/" + list + "/list", "{" + sorting + "}");
            assertThat(listed.body()).as("as Tasklist asks").contains(own);
        }
        String oracle = "{\"processVariables\":[{\"name\":\"passReason\",\"operator\":\"like\",\"value\":\"s%\"}]}";
        for (String question : List.of(oracle, "{\"orQueries\":[" + oracle + "]}")) {
            assertThat(partner.postJson("/engine-rest/filter/" + list + "/list", question)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(partner.postJson("/engine-rest/filter/" + list + "/count", question)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(partner.postJson("/engine-rest/task", question).statusCode())
                    .isEqualTo(403);
            assertThat(partner.postJson("/engine-rest/task/count", question).statusCode())
                    .isEqualTo(403);
        }
        assertThat(partner.read(partner.get("/engine-rest/user")).findValuesAsText("id"))
                .containsExactly("partner-1");
        assertThat(partner.read(partner.get("/engine-rest/group")).findValuesAsText("id"))
                .containsOnly("partner");
        assertThat(partner.get("/engine-rest/identity/groups?userId=sdr-1").body())
                .doesNotContain("Sales development", "Sam");
        JsonNode rows = partner.read(partner.get(engine + "/variable-instance?deserializeValues=false"));
        assertThat(rows.findValuesAsText("name"))
                .contains("organisation", "leg")
                .doesNotContain("card", "passReason");
        assertThat(partner.read(partner.get(engine + "/variable-instance?processInstanceIdIn=another")))
                .as("what they did not ask for")
                .isEmpty();
    }

    private JsonNode readCard(Caller partner, JsonNode form) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(form.at("/card/value").asText());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void p2_whoHoldsALeadSeesWhatTheirWorkTakesAndNoMore() {
        complete("partner-1", offered.value(), "takeBaton", Map.of("decision", "accept"));
        assertThat(batons.get(offered).holder()).isEqualTo(Holder.person("partner-1"));

        JsonNode page = new Caller(port, "partner-1").read(new Caller(port, "partner-1").get("/api/leads/" + offered));

        assertThat(page.at("/contacts/0/name").asText()).isEqualTo(secret + " Anna");
        assertThat(page.at("/summaries/0/currentSituation").asText()).isEqualTo(secret + " heading");
        assertThat(page.at("/summaries/0/author").asText()).isEqualTo("not shared");
        assertThat(page.get("timeline")).isEmpty();
        JsonNode tab =
                new Caller(port, "partner-1").read(new Caller(port, "partner-1").get("/leads/" + offered + "/tab"));
        assertThat(tab.at("/messages/0/text").asText()).isEqualTo(secret + " words");
        assertThat(tab.get("notes")).isEmpty();
        assertThat(tab.get("files")).isEmpty();
        assertThat(new Caller(port, "sdr-1").get("/leads/" + offered + "/tab").body())
                .as("who is of the house sees all of it as ever")
                .contains(secret + " comment", secret + ".txt");
    }

    @Test
    void p2_refusalsNameNobodyWhoIsNotShared() {
        assertThat(does(offered, "passing-on", "{\"contactEmail\": \"nobody@x.example\", \"question\": \"Who?\"}")
                        .statusCode())
                .isEqualTo(404);
        complete("partner-1", offered.value(), "takeBaton", Map.of("decision", "accept"));

        HttpResponse<String> asked =
                does(offered, "questions", "{\"whom\": \"nobody\", \"question\": \"Who decides there?\"}");

        assertThat(asked.body()).doesNotContain("sdr-1");
        assertThat(asked.statusCode()).as("whoever held it last is asked").isEqualTo(204);
        assertThat(task(offered.value(), "answerCallBack").getAssignee()).isEqualTo("sdr-1");
    }

    private HttpResponse<String> does(LeadReference reference, String path, String body) {
        Caller partner = new Caller(port, "partner-1");
        String token = partner.read(partner.get("/leads/" + reference + "/tab"))
                .path("token")
                .asText();
        return partner.postJson("/leads/" + reference + "/" + path, body, "X-XSRF-TOKEN", token);
    }

    @Test
    void p2_noticesToPartnersSayNoMoreThanTheForm() {
        String offer = tellsOfTheOffer();

        assertThat(ASlack.SHARED.calls("/api/chat.postMessage", offer))
                .singleElement()
                .satisfies(call -> assertThat(call.body().toString())
                        .contains(offered.value().substring(0, 6))
                        .doesNotContain(secret, "Sam Rivers"));
    }

    /** @return the offer's id */
    private String tellsOfTheOffer() {
        String offer = String.valueOf(lastOnRecord("handoff.offered").detail().get("offerId"));
        errandsContaining(offer).stream().map(Job::getId).forEach(management::executeJob);

        return offer;
    }

    @Test
    void p4_whatAPartnerLetsLieIsOfferedInHouseAndTheirSightEnds() {
        Caller partner = new Caller(port, "partner-1");
        assertThat(partner.get("/leads/" + offered).statusCode()).isEqualTo(200);
        String task = task(offered.value(), "takeBaton").getId();
        fire(offered.value(), "dropDue");

        assertThat(lastOnRecord("handoff.expired").detail()).containsEntry("next", "group:ae");
        assertThat(onRecord()).doesNotContain("handoff.dropped");
        assertThat(batons.get(offered).holder()).isEqualTo(Holder.person("sdr-1"));
        assertThat(lastOnRecord("handoff.offered").detail()).containsEntry("receiver", "group:ae");
        assertThat(partner.get("/leads/" + offered).statusCode()).isEqualTo(404);
        assertThat(partner.get("/api/leads/" + offered).statusCode()).isEqualTo(404);
        assertThat(partner.get("/leads/at-task/" + task).statusCode()).isEqualTo(404);
        assertThat(partner.get("/engine-rest/task/" + task).statusCode()).isEqualTo(404);
        assertThat(partner.get("/engine-rest/task?processInstanceBusinessKey=" + offered)
                        .body())
                .isEqualTo("[]");
        complete("ae-1", offered.value(), "takeBaton", Map.of("decision", "accept"));
        assertThat(batons.get(offered).holder()).isEqualTo(Holder.person("ae-1"));
    }

    @Test
    void p4_aPartnersLeadThatWentToOthersIsOutOfTheirSight() {
        complete("partner-1", offered.value(), "takeBaton", Map.of("decision", "accept"));
        batons.pass(offered, Holder.person("ae-1"), "as the test needs it");
        assertThat(new Caller(port, "partner-1").get("/leads/" + offered).statusCode())
                .isEqualTo(404);
    }

    @Test
    void p1_aGroupMadeInTheAdminAppIsAPartnersWithDeadlinesAndListsOfItsOwn() {
        Group nord = identity.newGroup("partner-nord");
        nord.setName("Partner Nord");
        identity.saveGroup(nord);
        User person = identity.newUser("nord-1");
        person.setPassword("nord-1");
        identity.saveUser(person);
        identity.createMembership("nord-1", "partner-nord");
        try {
            isHeldBy("ae-1", Leg.DEAL);
            goesOnWith("handoff", Map.of("exchange", "ae-to-csm", "giver", "ae-1", "receiver", "group:partner-nord"));
            if (open().contains("prepareBrief")) {
                completes("ae-1", "prepareBrief", Map.of("nextSteps", "Begin"));
            }
            Offer offer = offers.open(lead).orElseThrow();
            assertThat(offer.team()).as("whose calendar counts").isEqualTo("partner-nord");
            assertThat(offer.escalateAt()).as("no manager need decide").isNull();
            assertThat(offer.dropAt()).isNotNull();
            assertThat(offer.backupGroup()).isEqualTo("csm");

            Caller theirs = new Caller(port, "nord-1");
            assertThat(theirs.enterTasklist().statusCode()).isEqualTo(200);
            JsonNode lists = theirs.read(theirs.get("/engine-rest/filter"));
            assertThat(lists.findValuesAsText("name"))
                    .contains("Offered to my team", "Mine")
                    .doesNotContain("Everybody's");
            JsonNode theirTasks = theirs.read(theirs.get("/engine-rest/task"));
            assertThat(theirTasks.findValuesAsText("id"))
                    .containsExactly(task(lead.value(), "takeBaton").getId());
            assertThat(new Caller(port, "partner-1").get("/leads/" + lead).statusCode())
                    .as("another partner's")
                    .isEqualTo(404);

            completes(
                    "nord-1",
                    "takeBaton",
                    Map.of(
                            "decision",
                            "accept",
                            "readyOn",
                            HouseDay.today().plusDays(1).toString()));
            assertThat(batons.get(lead).holder()).isEqualTo(Holder.person("nord-1"));
        } finally {
            batons.pass(lead, Holder.person("csm-1"), "the test is over");
            identity.deleteUser("nord-1");
            identity.deleteGroup("partner-nord");
        }
    }

    @Test
    void p2_whatTheProcessOwnerSharesCountsAtOnce() throws Exception {
        assertThat(cardOf("partner-1").at("/facts/needs").asText()).isEqualTo("not shared");
        String table = java.nio.file.Files.readString(java.nio.file.Path.of("bpmn/partner-sharing.dmn"));
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "partner-sharing.dmn",
                        table.replace("\"source, segment, country, language\"", "\"needs, contacts\""))
                .deploy()
                .getId();
        try {
            JsonNode card = cardOf("partner-1");
            assertThat(card.at("/facts/needs").asText()).isEqualTo(secret + " needs");
            assertThat(card.at("/contact/name").asText()).isEqualTo(secret + " Anna");
            assertThat(card.at("/facts/source").asText()).isEqualTo("not shared");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private JsonNode cardOf(String person) {
        Caller partner = new Caller(port, person);
        return readCard(
                partner,
                partner.read(partner.get("/engine-rest/task/"
                        + task(offered.value(), "takeBaton").getId() + "/form-variables")));
    }
}
