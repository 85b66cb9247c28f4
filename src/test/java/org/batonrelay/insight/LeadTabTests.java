package org.batonrelay.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.backward.CallBacks;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promises;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.LeadFile;
import org.batonrelay.correspondence.Message;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tab "Lead" in Tasklist shows and does, over HTTP as its page side asks for it. */
class LeadTabTests extends RunningLeg {

    @Autowired
    private RepositoryService repository;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Notes notes;

    @Autowired
    Files files;

    @Autowired
    Promises promises;

    @Autowired
    CallBacks callBacks;

    private String task = "";

    /** A lead that sdr-1 ran, and whose deal ae-1 works on. */
    @BeforeEach
    void isWorkedOnByTheAe() {
        isHeldBy("sdr-1", Leg.DEAL);
        batons.pass(lead, Holder.person("ae-1"), "accepted");
        goesOnWith("deal", Map.of());
        task = task(lead.value(), "workDeal").getId();
    }

    @Test
    void showsWhatTheLeadsPageShowsAndWhatTheViewerMayDo() {
        correspondence.received(
                lead, contacts.main(lead).orElseThrow(), Channel.MAIL, "Is <b>May</b> late?", "A question", null);

        JsonNode tab = tab("ae-1");

        assertThat(tab.at("/lead/reference").asText()).isEqualTo(lead.value());
        assertThat(tab.at("/lead/contacts/0/name").asText()).isEqualTo("Anna Berg");
        assertThat(tab.at("/may/hold").asBoolean()).isTrue();
        assertThat(tab.at("/may/passOn").asBoolean()).isFalse();
        assertThat(tab.at("/runners/0/id").asText()).isEqualTo("sdr-1");
        assertThat(tab.at("/messages/0/text").asText()).isEqualTo("Is <b>May</b> late?");
        assertThat(tab.at("/messages/0/who").asText()).isEqualTo("Anna Berg");

        JsonNode earlier = tab("sdr-1");
        assertThat(earlier.at("/may/hold").asBoolean()).isFalse();
        assertThat(earlier.at("/may/passOn").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"csm-1", "partner-1", "legal-1"})
    void isNotThereForWhoeverMayNotSeeTheLead(String person) {
        Caller caller = new Caller(port, person);
        assertThat(caller.get("/leads/at-task/" + task).statusCode()).isEqualTo(404);
        String token = token(new Caller(port, "ae-1"));
        assertThat(post(caller, token, "notes", "{\"text\": \"I was here\"}").statusCode())
                .isIn(403, 404);
        assertThat(notes.of(lead)).isEmpty();
    }

    @Test
    void saysWhatTheProcessOwnerHasWrittenAboutTheStep() {
        JsonNode usual = help("ae-1", task);
        assertThat(usual.at("/step").asText()).isEqualTo("Work deal");
        assertThat(usual.at("/html").asText()).contains("<li>Two contacts at the client");

        String ours = repository
                .createDeployment()
                .addString("workDeal.md", "**Ours** <script>alert(1)</script> [x](javascript:alert(1))")
                .deploy()
                .getId();
        try {
            assertThat(help("ae-1", task).at("/html").asText())
                    .contains("<strong>Ours</strong>")
                    .doesNotContain("<script>", "javascript:");
        } finally {
            repository.deleteDeployment(ours, true);
        }
    }

    @ParameterizedTest
    @CsvSource({"csm-1", "partner-1", "legal-1"})
    void aStepsHelpIsNotThereForWhoeverMayNotSeeTheLead(String person) {
        assertThat(new Caller(port, person)
                        .get("/leads/at-task/" + task + "/playbook")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void changesNothingForAPageOfAnotherSite() {
        HttpResponse<String> answer =
                new Caller(port, "ae-1").postJson("/leads/" + lead + "/notes", "{\"text\": \"forged\"}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Reload the page");
        assertThat(notes.of(lead)).isEmpty();
    }

    @Test
    void takesANoteFromWhoeverMaySeeTheLead() {
        assertThat(does("sdr-1", "notes", "{\"text\": \"They called me: <i>urgent</i>\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(lastOnRecord("note.written").actor()).isEqualTo("sdr-1");
        assertThat(tab("ae-1").at("/notes/0/text").asText()).isEqualTo("They called me: <i>urgent</i>");
    }

    @Test
    void losesNoNoteWhenSeveralWriteAtTheSameMoment() {
        List<CompletableFuture<Integer>> writing = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> does(number % 2 == 0 ? "ae-1" : "sdr-1", "notes", "{\"text\": \"Note " + number + "\"}")
                                .statusCode()))
                .toList();
        assertThat(writing).allSatisfy(one -> assertThat(one.join()).isEqualTo(204));
        assertThat(notes.of(lead)).hasSize(8);
    }

    @Test
    void makesAnItemOfAMessageForTheHolderOnly() {
        Message asked = correspondence.received(
                lead, contacts.main(lead).orElseThrow(), Channel.MAIL, "Please send the data sheet.", null, null);
        String item = "{\"messageId\": \"%s\", \"side\": \"us\", \"what\": \"Send the data sheet\", \"dueOn\": \"%s\"}"
                .formatted(asked.id(), HouseDay.today().plusDays(7));

        HttpResponse<String> refused = does("sdr-1", "items", item);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Only whoever holds the lead");
        assertThat(promises.of(lead)).isEmpty();

        assertThat(does("ae-1", "items", item).statusCode()).isEqualTo(204);
        assertThat(promises.of(lead)).singleElement().satisfies(promise -> {
            assertThat(promise.what()).isEqualTo("Send the data sheet");
            assertThat(promise.owner()).isEqualTo("ae-1");
        });
    }

    @Test
    void sendsAClientsWordsToLegalInOneStep() {
        Message asked = correspondence.received(
                lead, contacts.main(lead).orElseThrow(), Channel.MAIL, "Please change paragraph 4.", null, null);
        String body = "{\"messageId\": \"" + asked.id() + "\"}";

        assertThat(does("sdr-1", "contract-review", body).statusCode()).isEqualTo(403);
        assertThat(does("ae-1", "contract-review", body).statusCode()).isEqualTo(204);

        assertThat(open()).contains("reviewContract", "workDeal");
        assertThat(String.valueOf(
                        tasks.getVariable(task(lead.value(), "reviewContract").getId(), "card")))
                .contains("Please change paragraph 4.");
        assertThat(does("ae-1", "contract-review", body).body()).contains("Legal is reviewing");
        errandsOf("review-created", asked.id()).forEach(job -> management.executeJob(job.getId()));
        assertThat(mailbox.of(client())).anyMatch(mail -> mail.subject().contains("Review of the contract"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "items     | {\"side\": \"us\", \"what\": \"\", \"dueOn\": \"2099-01-01\"}         | What",
                "items     | {\"side\": \"us\", \"what\": \"Send\", \"dueOn\": \"soon\"}           | Due",
                "items     | {\"side\": \"us\", \"what\": \"Send\", \"dueOn\": \"2001-01-01\"}     | past",
                "items     | {\"side\": \"all\", \"what\": \"Send\", \"dueOn\": \"2099-01-01\"}    | For whom",
                "items     | {\"messageId\": \"x\", \"what\": \"Send\", \"side\": \"us\", \"dueOn\": \"2099-01-01\"} | not there",
                "notes     | {\"text\": \"  \"}                                                    | write something",
                "notes     | {}                                                                    | write something",
                "questions | {\"question\": \"\"}                                                  | please say it",
                "questions | {\"whom\": \"csm-1\", \"question\": \"What now?\"}                    | never ran this lead"
            })
    void answersBadInputWithASentence(String path, String body, String sentence) {
        HttpResponse<String> answer = does("ae-1", path, body);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(sentence);
        assertThat(promises.of(lead)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"note\": \"x\"}          | There is no field \"note\" here. | note",
                "{\"text\": [\"x\"]}        | The field \"text\" is not of the kind | text",
                "[]                         | one JSON object | ''",
                "{\"text\":                 | not valid JSON  | ''",
                "''                         | body is missing | ''"
            })
    void saysWhichFieldOfACallCannotBeRead(String body, String sentence, String field) {
        HttpResponse<String> answer = does("ae-1", "notes", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = new Caller(port, "ae-1").read(answer);
        assertThat(problem.get("detail").asText()).contains(sentence);
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(notes.of(lead)).isEmpty();
    }

    @Test
    void keepsNoCharacterThatADatabaseCannotStore() {
        assertThat(does("ae-1", "notes", "{\"text\": \"They\\u0000 called\"}").statusCode())
                .isEqualTo(204);

        assertThat(tab("ae-1").at("/notes/0/text").asText()).isEqualTo("They called");
    }

    @Test
    void asksAnEarlierRunner() {
        assertThat(does("ae-1", "questions", "{\"whom\": \"sdr-1\", \"question\": \"Which plant?\"}")
                        .statusCode())
                .isEqualTo(204);
        completes("sdr-1", "answerCallBack", Map.of("answer", "Bremen."));

        assertThat(callBacks.of(lead)).hasSize(1);
        JsonNode question = tab("ae-1").at("/questions/0");
        assertThat(question.at("/question").asText()).isEqualTo("Which plant?");
        assertThat(question.at("/answer").asText()).isEqualTo("Bremen.");
    }

    @Test
    void passesAClientsQuestionOn() {
        assertThat(does("sdr-1", "passing-on", "{\"question\": \"Can we start later?\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(lastOnRecord("message.passed-on").detail()).containsEntry("to", "ae-1");
        assertThat(does("ae-1", "passing-on", "{\"question\": \"Can we start later?\"}")
                        .body())
                .contains("the question is yours to answer");
    }

    @Test
    void keepsAFileAndHandsItOutAsAnAttachmentOnly() {
        Caller sdr = new Caller(port, "sdr-1");
        assertThat(post(sdr, token(sdr), "files?name=offer%20%C3%BC.txt", "<b onclick=alert(1)>offer</b>")
                        .statusCode())
                .isEqualTo(204);
        LeadFile kept = files.of(lead).get(0);
        assertThat(sdr.get("/leads/" + lead).body()).contains("/leads/" + lead + "/files/" + kept.id());
        assertThat(kept.name()).isEqualTo("offer ü.txt");
        assertThat(kept.from()).isEqualTo("sdr-1");

        HttpResponse<String> handedOut = sdr.get("/leads/" + lead + "/files/" + kept.id());
        assertThat(handedOut.body()).isEqualTo("<b onclick=alert(1)>offer</b>");
        assertThat(handedOut.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(handedOut.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(handedOut.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(handedOut.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(new Caller(port, "csm-1")
                        .get("/leads/" + lead + "/files/" + kept.id())
                        .statusCode())
                .isEqualTo(404);

        assertThat(does("sdr-1", "files/" + kept.id() + "/share", "{}").statusCode())
                .isEqualTo(403);
        assertThat(does("ae-1", "files/" + kept.id() + "/share", "{}").statusCode())
                .isEqualTo(204);
        assertThat(tab("ae-1").at("/files/0/shared").asBoolean()).isTrue();
    }

    @Test
    void k4_marksAFileAsTheContractAndTheLatestCounts() {
        Caller sdr = new Caller(port, "sdr-1");
        post(sdr, token(sdr), "files?name=contract.txt", "Paragraph 1");
        post(sdr, token(sdr), "files?name=contract-2.txt", "Paragraph 1, changed");
        String first = files.of(lead).get(0).id();
        String second = files.of(lead).get(1).id();

        assertThat(does("sdr-1", "files/" + first + "/contract", "{\"reason\": \"The first draft\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(does("ae-1", "files/" + second + "/contract", "{\"reason\": \"Liability is limited\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(tab("ae-1").at("/files/0/contract").asText())
                .startsWith("Contract, version 2: Liability is limited");
        assertThat(tab("ae-1").at("/files/0/latest").asBoolean()).isTrue();
        assertThat(tab("ae-1").at("/files/1/contract").asText()).startsWith("Contract, version 1: The first draft");
        assertThat(tab("ae-1").at("/files/1/latest").asBoolean()).isFalse();
        assertThat(lastOnRecord("contract.versioned").detail())
                .containsEntry("version", 2)
                .containsEntry("name", "contract-2.txt")
                .containsEntry("reason", "Liability is limited");
        assertThat(lastOnRecord("contract.versioned").actor()).isEqualTo("ae-1");
    }

    @Test
    void k4_letsLegalMarkTheTextThatTheyHaveChanged() {
        completes("ae-1", "workDeal", Map.of("dealDecision", "contract"));
        Caller legal = new Caller(port, "legal-1");

        assertThat(post(legal, token(legal), "files?name=redline.txt", "Paragraph 4, changed")
                        .statusCode())
                .isEqualTo(204);
        String redline = files.of(lead).stream()
                .filter(it -> it.name().equals("redline.txt"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(does("legal-1", "files/" + redline + "/contract", "{\"reason\": \"Our redline\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(lastOnRecord("contract.versioned").actor()).isEqualTo("legal-1");
        assertThat(String.valueOf(tasks.getVariableLocal(
                        task(lead.value(), "reviewContract").getId(), "card")))
                .contains("version 1, the latest: redline.txt")
                .contains("Our redline");
    }

    @Test
    void k4_marksNothingWithoutAReasonOrOfAnotherLead() {
        Caller ae = new Caller(port, "ae-1");
        post(ae, token(ae), "files?name=contract.txt", "Paragraph 1");
        String file = files.of(lead).get(0).id();

        assertThat(does("ae-1", "files/" + file + "/contract", "{\"reason\": \" \"}")
                        .body())
                .contains("What has changed: please say it");
        assertThat(does("ae-1", "files/00000000/contract", "{\"reason\": \"Mine\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(does("csm-1", "files/" + file + "/contract", "{\"reason\": \"Mine\"}")
                        .statusCode())
                .isEqualTo(403);

        assertThat(onRecord()).doesNotContain("contract.versioned");
    }

    @Test
    void k4_leavesTheContractAsItWasSigned() {
        Caller ae = new Caller(port, "ae-1");
        post(ae, token(ae), "files?name=contract.txt", "Paragraph 1");
        String file = files.of(lead).get(0).id();
        jdbc.sql("update baton set leg = 'onboarding' where reference = :reference")
                .param("reference", lead.value())
                .update();

        HttpResponse<String> answer = does("ae-1", "files/" + file + "/contract", "{\"reason\": \"Mine\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("only while the lead is in the deal");
        assertThat(onRecord()).doesNotContain("contract.versioned");
    }

    @Test
    void refusesAFileThatIsTooLargeOrEmpty() {
        Caller ae = new Caller(port, "ae-1");
        String token = token(ae);
        assertThat(post(ae, token, "files?name=big.bin", "x".repeat((int) files.largest() + 1))
                        .body())
                .contains("big.bin is larger than 10 MB");
        assertThat(post(ae, token, "files?name=empty.txt", "").body()).contains("nothing in this file");
        assertThat(files.of(lead)).isEmpty();
    }

    @Test
    void isHandedOutByTasklist() {
        Caller anybody = new Caller(port, "ae-1");
        assertThat(anybody.get("/camunda/api/tasklist/plugin/lead-tab/static/app/plugin.js")
                        .body())
                .contains("tasklist.task.detail");
        assertThat(anybody.get("/camunda/api/tasklist/plugin/lead-tab/static/app/plugin.css")
                        .body())
                .contains(".lead-tab");
    }

    @Test
    void peopleP13_theCardFoldsWhereADecisionIsTakenAgainAndAgain() throws java.io.IOException {
        Caller anybody = new Caller(port, "ae-1");
        assertThat(java.nio.file.Files.readString(java.nio.file.Path.of("forms/work-deal.form")))
                .contains("\"key\": \"dealDecision\"");
        assertThat(anybody.get("/camunda/api/tasklist/plugin/lead-tab/static/app/plugin.js")
                        .body())
                .contains("const FOLDS = ['dealDecision']", "Show the whole card");
        assertThat(anybody.get("/camunda/api/tasklist/plugin/lead-tab/static/app/plugin.css")
                        .body())
                .contains("[data-lead-folds=\"shut\"]");
    }

    @Test
    void peopleP16_neitherTooltipNorToastCoversAnything() {
        assertThat(new Caller(port, "ae-1")
                        .get("/camunda/app/tasklist/styles/user-styles.css")
                        .body())
                .containsPattern("\\.name:hover\\) > \\.tooltip \\{\\s+display: none")
                .containsPattern("\\.page-notifications \\{[^}]*top: 3px;[^}]*pointer-events: none");
    }

    private JsonNode tab(String person) {
        Caller caller = new Caller(port, person);
        return caller.read(caller.get("/leads/at-task/" + task));
    }

    private JsonNode help(String person, String task) {
        Caller caller = new Caller(port, person);
        return caller.read(caller.get("/leads/at-task/" + task + "/playbook"));
    }

    private String token(Caller caller) {
        return caller.read(caller.get("/leads/" + lead + "/tab")).path("token").asText();
    }

    private HttpResponse<String> does(String person, String path, String body) {
        Caller caller = new Caller(port, person);
        return post(caller, token(caller), path, body);
    }

    private HttpResponse<String> post(Caller caller, String token, String path, String body) {
        return caller.postJson("/leads/" + lead + "/" + path, body, "X-XSRF-TOKEN", token);
    }
}
