package org.batonrelay.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.batonrelay.Caller;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.LeadFile;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.TalkingBaton;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything on the client's page beside the summary, over real HTTP. */
class ClientDeskTests extends TalkingBaton {

    @Autowired
    private Files files;

    @Autowired
    private Promises promises;

    @Autowired
    private Correspondence correspondence;

    private static final String CSM = "Casey Flores";

    private String page() {
        return visible(get(pathOf(anna)));
    }

    // ---- what was promised ----

    @Test
    void o5_showsWhatIsOpenAndWithWhomWhatIsLateAndWhatIsKept() {
        sendsWith(
                "Send the price list | us | 2020-12-01\nName a contact | them | 2099-01-02\nCall back | us | 2099-01-01");
        promises.keep(promise("Call back").id());

        assertThat(page())
                .containsPattern("Send the price list\\s+Sam Rivers,\\s+by Tue 1 Dec 2020\\s+late")
                .containsPattern("Name a contact\\s+You,\\s+by Fri 2 Jan 2099\\s+Done")
                .containsPattern("(?s)What is done.*Call back\\s+Sam Rivers\\s+done");
    }

    @Test
    void whatAnEarlierContactPromisedIsWithTodaysNow() {
        sendsWith("Send the price list | us | 2099-12-01");
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("ae-1"), "test"));

        assertThat(page()).containsPattern("Send the price list\\s+Alex Winter").doesNotContain("Sam Rivers");
    }

    @Test
    void theClientTicksWhatTheyHaveDoneOnce() {
        sendsWith("Name a contact | them | 2099-01-02");
        String item = promise("Name a contact").id();

        HttpResponse<String> first = post(anna, "done", Map.of("item", item));
        HttpResponse<String> second = post(anna, "done", Map.of("item", item));

        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(visible(follow(first))).contains("we have noted that this is done");
        assertThat(visible(follow(second))).contains("This was done already");
        assertThat(onRecord("promise.kept").actor()).isEqualTo("client:" + anna.email());
        assertThat(onRecord().stream().filter("promise.kept"::equals)).hasSize(1);
        assertThat(get(pathOf(anna)).body()).doesNotContain("value=\"" + item + "\"");
        errandsRun("client-item-done");
        assertThat(mailbox.latest("sdr-1@baton.example", "has done their part").text())
                .contains("Name a contact");
    }

    @Test
    void twoClicksAtOnceAreOneDone() {
        sendsWith("Name a contact | them | 2099-01-02");
        String item = promise("Name a contact").id();

        List<Integer> answers = IntStream.range(0, 6)
                .mapToObj(it -> CompletableFuture.supplyAsync(
                        () -> post(anna, "done", Map.of("item", item)).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(302);
        assertThat(onRecord().stream().filter("promise.kept"::equals)).hasSize(1);
    }

    @Test
    void nobodyTicksWhatIsOursOrAnothers() {
        sendsWith("Send the price list | us | 2099-12-01\nName a contact | them | 2099-01-02");
        LeadReference other = lead("Eve", "eve@other" + System.nanoTime() + ".example", "Other", null);
        Contact eve = contacts.main(other).orElseThrow();

        for (Map.Entry<Contact, String> wrong : Map.of(
                        anna, promise("Send the price list").id(),
                        eve, promise("Name a contact").id())
                .entrySet()) {
            HttpResponse<String> answer = post(wrong.getKey(), "done", Map.of("item", wrong.getValue()));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(visible(answer)).contains("That did not work");
        }
        assertThat(post(anna, "done", Map.of("item", "<script>")).statusCode()).isEqualTo(404);
        assertThat(post(anna, "done", Map.of()).statusCode()).isEqualTo(404);
        assertThat(onRecord()).doesNotContain("promise.kept");
    }

    // ---- the question box ----

    @Test
    void aQuestionGoesToTodaysHolderOnce() {
        String form = UUID.randomUUID().toString();
        HttpResponse<String> first = post(anna, "ask", Map.of("form", form, "question", "May we start in May? äöü €"));
        HttpResponse<String> second = post(anna, "ask", Map.of("form", form, "question", "May we start in May? äöü €"));

        assertThat(visible(follow(first))).contains("your question is on its way");
        assertThat(visible(follow(second))).contains("We already have this question");
        assertThat(correspondence.of(reference)).singleElement().satisfies(it -> {
            assertThat(it.channel()).isEqualTo(Channel.PAGE);
            assertThat(it.text()).isEqualTo("May we start in May? äöü €");
            assertThat(it.contactId()).isEqualTo(anna.id());
        });
        assertThat(onRecord("message.received").detail()).containsEntry("text", "May we start in May? äöü €");
    }

    @Test
    void refusesAnEmptyALongAndAForgedQuestion() {
        String form = UUID.randomUUID().toString();
        Map<Map<String, String>, String> bad = new HashMap<>();
        bad.put(Map.of("form", form, "question", "  \n "), "That did not work");
        bad.put(Map.of("question", "What?"), "That did not work");
        bad.put(Map.of("form", "x'; drop table contact", "question", "What?"), "That did not work");
        bad.put(Map.of("form", form, "question", "x".repeat(4001)), "That is too long");
        bad.put(Map.of("form", form, "question", "x".repeat(1_000_000)), "That is too long");
        bad.forEach((fields, sentence) -> {
            HttpResponse<String> answer = post(anna, "ask", fields);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(visible(answer)).contains(sentence);
        });
        assertThat(post(anna, "ask", Map.of("form", form, "question", "x".repeat(5_000_000)))
                        .statusCode())
                .isBetween(400, 413);
        assertThat(correspondence.of(reference)).isEmpty();
    }

    @Test
    void keepsAskingWithinLimits() {
        for (int i = 0; i < 10; i++) {
            assertThat(ask("Question " + i).statusCode()).isEqualTo(302);
        }
        HttpResponse<String> eleventh = ask("One more");

        assertThat(eleventh.statusCode()).isEqualTo(429);
        assertThat(visible(eleventh)).contains("That was a lot of questions");
        assertThat(correspondence.of(reference)).hasSize(10);
    }

    @Test
    void aQuestionWithHtmlIsText() {
        ask("<script>alert(1)</script><b>bold</b>");

        assertThat(correspondence.of(reference).get(0).text()).isEqualTo("<script>alert(1)</script><b>bold</b>");
        errandsRun("message-notice");
        assertThat(get(pathOf(anna)).body()).doesNotContain("<script");
    }

    private HttpResponse<String> ask(String question) {
        return post(anna, "ask", Map.of("form", UUID.randomUUID().toString(), "question", question));
    }

    // ---- did you have to repeat yourself? ----

    @Test
    void o9_asksOnceWhetherTheyHadToRepeatThemselvesAndTellsTheRateByLeg() {
        Rate before = repeatedIn("qualification");
        Rate inDeals = repeatedIn("deal");
        sends();
        assertThat(page()).doesNotContain("Did you have to repeat yourself?");
        HttpResponse<String> thanks = confirms(anna);
        assertThat(visible(thanks)).contains("Thank you", "Did you have to repeat yourself?");
        assertThat(page()).contains("Did you have to repeat yourself?");

        HttpResponse<String> first =
                post(anna, "repeated", Map.of("summary", version(1).id(), "answer", "yes"));
        HttpResponse<String> second =
                post(anna, "repeated", Map.of("summary", version(1).id(), "answer", "no"));

        assertThat(visible(follow(first))).contains("Thank you for your answer");
        assertThat(visible(follow(second))).contains("We already have your answer");
        assertThat(onRecord("pulse.answered").leg()).isEqualTo("qualification");
        assertThat(onRecord("pulse.answered").detail())
                .containsEntry("repeated", true)
                .containsEntry("from", "Anna Ash");
        assertThat(onRecord().stream().filter("pulse.answered"::equals)).hasSize(1);
        assertThat(page()).doesNotContain("Did you have to repeat yourself?");
        assertThat(repeatedIn("qualification")).isEqualTo(before.plus(1, 1));

        reference = lead("Ben Birch", "ben@pulse" + System.nanoTime() + ".example", "Pulse", null);
        anna = contacts.main(reference).orElseThrow();
        sends();
        confirms(anna);
        post(anna, "repeated", Map.of("summary", version(1).id(), "answer", "no"));

        assertThat(repeatedIn("qualification"))
                .as("two have answered, one of them had to")
                .isEqualTo(before.plus(2, 1));
        assertThat(repeatedIn("deal")).as("nobody was asked there").isEqualTo(inDeals);
    }

    /** Of so many answers in a leg so many say that they had to repeat themselves. */
    private record Rate(int answers, int repeated) {

        Rate plus(int moreAnswers, int moreRepeated) {
            return new Rate(answers + moreAnswers, repeated + moreRepeated);
        }
    }

    private Rate repeatedIn(String leg) {
        Caller manager = new Caller(port, "manager-1");
        for (JsonNode one : manager.read(manager.get("/api/figures/repeated")).at("/repeated")) {
            if (one.at("/leg").asText().equals(leg)) {
                return new Rate(one.at("/answers").asInt(), one.at("/repeated").asInt());
            }
        }
        return new Rate(0, 0);
    }

    @Test
    void asksOnceAfterACorrectionToo() {
        sends();
        corrects(anna, Map.of("timeline", "After Easter."));
        assertThat(page()).contains("Did you have to repeat yourself?");

        post(anna, "repeated", Map.of("summary", version(1).id(), "answer", "no"));

        assertThat(onRecord("pulse.answered").detail()).containsEntry("repeated", false);
        assertThat(page()).doesNotContain("Did you have to repeat yourself?");
    }

    @Test
    void takesNoPulseOfWhoHasNotAnswered() {
        sends();
        for (Map<String, String> wrong : List.of(
                Map.of("summary", version(1).id(), "answer", "yes"),
                Map.of("summary", "x", "answer", "yes"),
                Map.of("summary", version(1).id(), "answer", "perhaps"),
                Map.<String, String>of())) {
            assertThat(post(anna, "repeated", wrong).statusCode()).isBetween(400, 404);
        }
        assertThat(onRecord()).doesNotContain("pulse.answered");
    }

    // ---- documents and older summaries ----

    @Test
    void handsOutOnlyWhatWasLeftForThem() throws Exception {
        LeadFile ours = files.add(reference, "sdr-1", "internal.txt", "secret".getBytes(StandardCharsets.UTF_8));
        LeadFile theirs =
                files.add(reference, "sdr-1", "Angebot für Anna.txt", "an offer".getBytes(StandardCharsets.UTF_8));
        files.share(theirs.id(), "sdr-1");

        assertThat(page()).contains("Angebot für Anna.txt").doesNotContain("internal.txt");
        HttpResponse<String> file = get(pathOf(anna) + "/files/" + theirs.id());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("an offer");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        assertThat(file.headers().allValues("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");

        LeadReference other = lead("Eve", "eve@file" + System.nanoTime() + ".example", "Other", null);
        for (String path : List.of(
                pathOf(anna) + "/files/" + ours.id(),
                pathOf(anna) + "/files/nonsense",
                pathOf(contacts.main(other).orElseThrow()) + "/files/" + theirs.id(),
                "/c/nonsense/files/" + theirs.id())) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void earlierSummariesStayReadable() {
        sends();
        confirms(anna);
        writes(Map.of("currentSituation", "Three plants."));
        fire(reference.value(), "sendSummaryEmail");

        assertThat(page())
                .containsPattern("(?s)Three plants.*Earlier summaries\\s+Version 1.*You confirmed this.*Two plants");
        assertThat(get(pathOf(anna)).body().split("/confirm\"")).hasSize(2);
    }

    // ---- who is there for them ----

    @Test
    void showsInitialsWhereThereIsNoPicture() {
        assertThat(get(pathOf(anna)).body()).containsPattern("class=\"face\" aria-hidden=\"true\">SR<");
        assertThat(get(pathOf(anna) + "/picture").statusCode()).isEqualTo(404);
    }

    @Test
    void o5_onePageShowsWhoHoldsItTheirPictureWhatIsOpenWithWhomAndTheDocuments() {
        sendsWith("Send the price list | us | 2099-12-01\nName a contact | them | 2099-01-02");
        LeadFile offer = files.add(reference, "sdr-1", "Our offer.txt", "an offer".getBytes(StandardCharsets.UTF_8));
        files.share(offer.id(), "sdr-1");
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("csm-1"), "test"));

        String here = pathOf(anna);
        HttpResponse<String> page = get(here);

        assertThat(page.body()).contains("src=\"" + here + "/picture\"");
        assertThat(get(here + "/picture").statusCode()).isEqualTo(200);
        assertThat(visible(page))
                .contains("Your contact is " + CSM, "Our offer.txt")
                .containsPattern("Send the price list\\s+" + CSM + ",\\s+by Tue 1 Dec 2099")
                .containsPattern("Name a contact\\s+You,\\s+by Fri 2 Jan 2099\\s+Done");
        links.expire(reference);
        for (String path : List.of(here, "/c/" + UUID.randomUUID())) {
            assertThat(visible(get(path)))
                    .contains("This link does not work")
                    .doesNotContain(CSM, "price list", "Name a contact", "Our offer.txt", "Anna");
            assertThat(get(path + "/picture").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void o5_showsThePictureOfWhoHasOne() {
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("csm-1"), "test"));

        assertThat(get(pathOf(anna)).body()).contains("src=\"" + pathOf(anna) + "/picture\"");
        HttpResponse<String> picture = get(pathOf(anna) + "/picture");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
    }

    @Test
    void aLinkThatDoesNotOpenThePageDoesNothingElseEither() {
        sendsWith("Name a contact | them | 2099-01-02");
        confirms(anna);
        String path = pathOf(anna);
        links.expire(reference);
        String item = promise("Name a contact").id();

        for (String act : List.of(
                "/done?item=" + item,
                "/ask?form=" + UUID.randomUUID() + "&question=x",
                "/repeated?answer=yes&summary=" + version(1).id())) {
            HttpResponse<String> answer = send("POST", path + act, "");
            assertThat(answer.statusCode()).as(act).isEqualTo(404);
            assertThat(visible(answer)).contains("This link does not work").doesNotContain("Anna");
        }
        assertThat(onRecord()).doesNotContain("promise.kept", "message.received", "pulse.answered");
    }

    @Test
    void readingAButtonsAddressChangesNothing() {
        sendsWith("Name a contact | them | 2099-01-02");
        for (String button :
                List.of("done?item=" + promise("Name a contact").id(), "ask?question=x", "repeated?answer=yes")) {
            assertThat(get(pathOf(anna) + "/" + button).statusCode()).isEqualTo(302);
        }
        assertThat(onRecord()).doesNotContain("promise.kept", "message.received", "pulse.answered");
    }

    @Test
    void saysAllOfItInGerman() {
        sendsWith("Name a contact | them | 2099-01-02");
        HttpResponse<String> page = get(pathOf(anna) + "?said=done-before", "Accept-Language", "de");

        assertThat(visible(page))
                .contains("Für Sie da: Sam Rivers", "Das war schon erledigt", "Haben Sie eine Frage?", "Erledigt")
                .doesNotContain("??");
        assertThat(page().replace("?said", "")).doesNotContain("??");
        assertThat(get(pathOf(anna) + "?said=%3Cscript%3E").body()).doesNotContain("<script");
    }

    // ----

    private void sendsWith(String promised) {
        writes(Map.of("promises", promised));
        fire(reference.value(), "sendSummaryEmail");
    }

    private Promise promise(String what) {
        return promises.of(reference).stream()
                .filter(it -> it.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> follow(HttpResponse<String> redirect) {
        String there = redirect.headers().firstValue("Location").orElseThrow();
        return get(there.replaceFirst("^https?://[^/]*", "").replaceFirst("#.*", ""));
    }

    private void errandsRun(String name) {
        errandsBeginning(name).stream().map(Job::getId).forEach(management::executeJob);
    }

    private static String visible(HttpResponse<String> page) {
        String text = page.body().replaceAll("(?s)<style.*?</style>", " ").replaceAll("<[^>]*>", " ");
        return Pattern.compile("&#39;").matcher(text).replaceAll("'");
    }
}
