package org.batonrelay.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.batonrelay.baton.CardPart;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.lead.Contact;
import org.batonrelay.summary.Summary;
import org.batonrelay.summary.TalkingBaton;
import org.batonrelay.team.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** Over real HTTP, as a client's browser and everything else that opens links would. */
class ClientPageTests extends TalkingBaton {

    private static final String UNKNOWN = "This link does not work";
    private static final String INTERNAL = "(?i)\\b(baton|relay|leg|exchange|handoff|departure)\\b";

    @Autowired
    @Qualifier("leadOnCard")
    private CardPart card;

    @Autowired
    private Promises promises;

    @Autowired
    private People people;

    @Test
    void showsWhoIsThereForThemAndWhatWasSaid() {
        writes(Map.of("promises", "Send the price list | us | 2026-12-01\nName a contact | them"));
        fire(reference.value(), "sendSummaryEmail");
        HttpResponse<String> page = get(pathOf(anna));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(visible(page))
                .contains("Hello Anna Ash", "Your contact is ")
                .contains("Two plants, one of them on paper.", "Not discussed yet", "by Thu 24 Dec 2026")
                .contains("Send the price list", "by Tue 1 Dec 2026", "Name a contact")
                .contains("Yes, this is right", "Something is not right")
                .doesNotContain("sdr-1")
                .doesNotContainPattern(INTERNAL);
    }

    @Test
    void peopleP6_aPromiseHasOneOwnerOnThePageOnTheCardAndInTheList() {
        writes(Map.of("promises", "Send the price list | us | 2026-12-01"));
        fire(reference.value(), "sendSummaryEmail");
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("ae-1"), "test"));
        String name = people.person("ae-1").orElseThrow().name();

        assertThat(visible(get(pathOf(anna)))).containsPattern("Send the price list\\s+" + name + ",");
        assertThat(card.of(reference).get("promises")).asString().contains("owner=" + name);
        assertThat(promises.of(reference))
                .singleElement()
                .extracting(Promise::owner)
                .isEqualTo("ae-1");

        promises.keep(promises.of(reference).get(0).id());
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("csm-1"), "test"));
        assertThat(promises.of(reference))
                .as("what is settled stays with whoever settled it")
                .singleElement()
                .extracting(Promise::owner)
                .isEqualTo("ae-1");
    }

    @Test
    void peopleP6b_whatIsPromisedStandsAboveTheButtonThatConfirmsIt() {
        writes(Map.of("promises", "Send the price list | us | 2026-12-01\nName a contact | them"));
        fire(reference.value(), "sendSummaryEmail");

        String page = get(pathOf(anna)).body();
        assertThat(page)
                .containsSubsequence(
                        "What we promised each other",
                        "Send the price list",
                        "Name a contact",
                        "Yes, this is right",
                        "What is open");
        assertThat(get(pathOf(anna), "Accept-Language", "de").body())
                .containsSubsequence("Was wir einander zugesagt haben", "Name a contact", "Ja, das stimmt");

        post(anna, "confirm", form(anna));
        assertThat(get(pathOf(anna)).body())
                .doesNotContain("What we promised each other")
                .contains("Send the price list", "Name a contact");
    }

    @Test
    void keepsOutOfCachesSearchEnginesAndReferrers() {
        HttpResponse<String> page = get(pathOf(anna));

        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<meta name=\"robots\" content=\"noindex")
                .doesNotContain("<script")
                .doesNotContainPattern("(src|href)=\"https?://");
    }

    @Test
    void speaksTheLanguageThatTheBrowserAsksFor() {
        sends();

        assertThat(get(pathOf(anna), "Accept-Language", "de-AT,de;q=0.9,en;q=0.5")
                        .body())
                .contains("<html lang=\"de\"", "Guten Tag Anna Ash", "Ja, das stimmt", "bis Do., 24. Dez. 2026");
        assertThat(get(pathOf(anna), "Accept-Language", "fr").body()).contains("<html lang=\"en\"", "Hello Anna Ash");
        assertThat(get("/c/nonsense", "Accept-Language", "de").body()).contains("Dieser Link funktioniert nicht");
    }

    @Test
    void o5_namesTodaysHolder() {
        String before = get(pathOf(anna)).body();
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.group("csm"), "test"));

        assertThat(get(pathOf(anna)).body())
                .contains("Your contact is Customer success")
                .isNotEqualTo(before);
    }

    @Test
    void aScannerThatOpensEveryLinkConfirmsNothing() {
        sends();
        String path = pathOf(anna);
        List<?> before = everything();

        for (int i = 0; i < 3; i++) {
            assertThat(get(path).statusCode()).isEqualTo(200);
        }
        send("HEAD", path, null);
        get(path, "Sec-Purpose", "prefetch;prerender");
        get(path + "/confirm");
        get(path + "/correct");
        send("HEAD", path + "/confirm", null);
        countAnswers();

        assertThat(everything()).isEqualTo(before);
    }

    private List<?> everything() {
        return List.of("ledger", "summary", "summary_answer", "client_link", "promise", "baton", "act_ru_job").stream()
                .map(table -> jdbc.sql("select * from " + table).query().listOfRows())
                .toList();
    }

    @Test
    void o5_aWrongAnEndedAndAnOldLinkLookTheSame() {
        sends();
        String path = pathOf(anna);
        links.expire(reference);

        HttpResponse<String> expired = get(path);
        HttpResponse<String> wrong = get("/c/" + UUID.randomUUID());
        HttpResponse<String> answered = send("POST", path + "/confirm", "summary=x&version=1&form=y");

        assertThat(expired.statusCode()).isEqualTo(404);
        assertThat(wrong.statusCode()).isEqualTo(404);
        assertThat(answered.statusCode()).isEqualTo(404);
        assertThat(expired.body()).isEqualTo(wrong.body()).isEqualTo(answered.body());
        assertThat(visible(wrong)).contains(UNKNOWN).doesNotContain("Anna", "Talk", "Two plants");
    }

    @Test
    void strangeLinksGetTheSameFriendlyPage() {
        for (String token : List.of("%27%20or%201=1--", "x".repeat(5000), "%C3%A4", "..%2e", "%3Cscript%3E")) {
            HttpResponse<String> page = get("/c/" + token);
            assertThat(page.statusCode()).as(token).isBetween(400, 404);
            assertThat(page.body()).as(token).doesNotContain("Exception", "<script>", "Whitelabel");
        }
    }

    @Test
    void nobodyAnswersForAnothersLead() {
        Summary theirs = sends();
        Contact stranger = contacts.main(lead("Eve", "eve@other" + System.nanoTime() + ".example", "Other", null))
                .orElseThrow();

        HttpResponse<String> answer = post(
                stranger,
                "confirm",
                Map.of(
                        "summary",
                        theirs.id(),
                        "version",
                        "1",
                        "form",
                        UUID.randomUUID().toString()));
        countAnswers();

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(visible(answer)).contains("That did not work").doesNotContain("Two plants", "Anna");
        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
    }

    @Test
    void aContactSeesOnlyWhatWasSentToThem() {
        writes(Map.of("promises", "Send the price list | us"));
        fire(reference.value(), "sendSummaryEmail");
        Contact ben = contacts.add(reference, "Ben Birch", "ben@" + anna.email().split("@")[1], null, null, null);

        assertThat(visible(get(pathOf(ben))))
                .contains("Hello Ben Birch", "There is no summary yet")
                .doesNotContain("Two plants", "price list");
    }

    @Test
    void thanksForAConfirmationAndShowsItFromThenOn() {
        sends();
        HttpResponse<String> thanks = post(anna, "confirm", form(anna));

        assertThat(thanks.statusCode()).isEqualTo(200);
        assertThat(visible(thanks)).contains("We have your confirmation.");
        assertThat(visible(get(pathOf(anna)))).contains("You confirmed this on").doesNotContain("Yes, this is right");
        countAnswers();
        assertThat(visible(get(pathOf(anna)))).contains("You confirmed this on");
    }

    @Test
    void aDoubleClickIsOneAnswer() {
        sends();
        Map<String, String> form = form(anna);
        List<CompletableFuture<Integer>> clicks = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(anna, "confirm", form).statusCode()))
                .toList();

        assertThat(clicks).allSatisfy(it -> assertThat(it.join()).isEqualTo(200));
        assertThat(jdbc.sql("select count(*) from summary_answer where contact_id = :id")
                        .param("id", anna.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        countAnswers();
        assertThat(visible(post(anna, "confirm", form))).contains("We already have your answer");
        assertThat(onRecord()).containsOnlyOnce("summary.confirmed");
    }

    @Test
    void aCorrectionAfterTheConfirmationIsNotLost() {
        sends();
        Map<String, String> otherTab = form(anna);
        confirms(anna);
        otherTab.put("competition", "A local firm.");
        post(anna, "correct", otherTab);
        countAnswers();

        assertThat(version(2).headings().competition()).isEqualTo("A local firm.");
        assertThat(isOpen("reviseSummary")).isTrue();
    }

    @Test
    void correctingNothingIsConfirming() {
        sends();
        Map<String, String> untouched = form(anna);
        untouched.put("currentSituation", "Two plants, one of them on paper.\r\n");
        untouched.put("competition", " ");
        post(anna, "correct", untouched);
        countAnswers();

        assertThat(version(1).status()).isEqualTo(Summary.Status.CONFIRMED);
        assertThat(summaries.of(reference)).hasSize(1);
    }

    @Test
    void saysThatAWithdrawnSummaryNeedsNoAnswer() {
        sends();
        Map<String, String> old = form(anna);
        writes(Map.of("currentSituation", "Three plants."));
        HttpResponse<String> late = post(anna, "confirm", old);
        countAnswers();

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(visible(late)).contains("No answer is needed any more");
        assertThat(visible(get(pathOf(anna)))).contains("No answer is needed to this any more");
        fire(reference.value(), "sendSummaryEmail");
        assertThat(visible(get(pathOf(anna)))).contains("Three plants.", "Yes, this is right");
    }

    @Test
    void anIncompleteOrForgedFormChangesNothing() {
        Summary summary = sends();
        for (Map<String, String> bad : List.of(
                Map.<String, String>of(),
                Map.of("summary", summary.id(), "version", "1"),
                Map.of(
                        "summary",
                        summary.id(),
                        "version",
                        "one",
                        "form",
                        UUID.randomUUID().toString()),
                Map.of(
                        "summary",
                        summary.id(),
                        "version",
                        "2",
                        "form",
                        UUID.randomUUID().toString()),
                Map.of("summary", "x", "version", "1", "form", UUID.randomUUID().toString()),
                Map.of("summary", summary.id(), "version", "1", "form", "<script>alert(1)</script>"))) {
            HttpResponse<String> answer = post(anna, "confirm", bad);
            assertThat(answer.statusCode()).isBetween(400, 404);
            assertThat(visible(answer)).contains("That did not work");
        }
        countAnswers();
        assertThat(version(1).status()).isEqualTo(Summary.Status.SENT);
    }

    @Test
    void asksToShortenWhatIsTooLong() {
        sends();
        Map<String, String> form = form(anna);
        form.put("timeline", "x".repeat(4001));
        HttpResponse<String> answer = post(anna, "correct", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(visible(answer)).contains("That is too long");
        assertThat(jdbc.sql("select count(*) from summary_answer where contact_id = :id")
                        .param("id", anna.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void showsEveryTextAsItWasTypedAndRunsNoneOfIt() {
        String evil =
                "<script>alert('x')</script><img src=x onerror=alert(1)> {{7777*7777}} ${7777*7777} *bold* [a](javascript:1)";
        reference = lead("<b>Anna</b>", "anna@xss" + System.nanoTime() + ".example", "<i>Evil</i>", null);
        anna = contacts.main(reference).orElseThrow();
        writes(Map.of(
                "currentSituation", evil,
                "businessPriorities", evil,
                "competition", evil,
                "timeline", evil,
                "decisionProcess", evil,
                "nextSteps", evil,
                "promises", evil.replace("|", "")));
        fire(reference.value(), "sendSummaryEmail");

        String html = get(pathOf(anna)).body();
        assertThat(html)
                .contains("&lt;script&gt;", "&lt;b&gt;Anna&lt;/b&gt;", "{{7777*7777}} ${7777*7777} *bold*")
                .doesNotContain("<script", "<img", "<b>", "<i>", "60481729");
        String mail = mailbox.latest(anna.email(), "please confirm").html();
        assertThat(mail).doesNotContain("<script", "<img", "<b>Anna", "javascript:1\"", "<em>bold");

        corrects(anna, Map.of("timeline", "<script>alert(2)</script>", "remark", "<svg onload=alert(3)>"));
        assertThat(get(pathOf(anna)).body()).contains("alert(2)").doesNotContain("<script", "<svg");
    }

    /** What a person sees: without tags, style and entities. */
    private static String visible(HttpResponse<String> page) {
        return page.body()
                .replaceAll("(?s)<style.*?</style>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'");
    }
}
