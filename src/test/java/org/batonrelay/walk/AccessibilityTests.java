package org.batonrelay.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promises;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.LeadFile;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.relay.ALead;
import org.batonrelay.summary.TalkingBaton;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every page that Baton shows, and its mails, with axe-core in a real browser, by the HTML standard, and on a phone 360
 * pixels wide.
 */
class AccessibilityTests extends TalkingBaton {

    private static Browser chromium;

    @Autowired
    private Files files;

    @Autowired
    private Promises promises;

    @Autowired
    private Post post;

    @Autowired
    private ALead aLead;

    @BeforeEach
    void aBrowserIsOpen() {
        if (chromium == null) {
            chromium = Browser.open();
        }
        // whoever logged in to Tasklist in the test before
        chromium.forget();
    }

    @AfterAll
    static void theBrowserIsClosed() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    // ---- the client's page in its states ----

    @Test
    void aPageOnWhichNothingHasHappened() {
        isFine("client-empty", pathOf(anna));
    }

    @Test
    void aPageWithASummaryToAnswerAndEverythingElse() {
        hasEverything();
        isFine("client-open", pathOf(anna));
        isFine("client-said", pathOf(anna) + "?said=done");
    }

    @Test
    void aPageWhoseSummaryIsBeingCorrected() {
        sends();
        chromium.goTo(url(pathOf(anna)));
        chromium.run("document.querySelectorAll('details').forEach(it => it.open = true)");
        hasNoFinding("client-correcting");
    }

    @Test
    void aPageAfterAnAnswer() {
        sends();
        confirms(anna);
        isFine("client-confirmed", pathOf(anna));
        corrects(anna, Map.of("timeline", "After Easter."));
        isFine("client-corrected", pathOf(anna));
    }

    @Test
    void aPageAfterTheEnd() {
        hasEverything();
        confirms(anna);
        promises.of(reference).forEach(it -> promises.keepIfOpen(it.id(), "test"));
        transaction.executeWithoutResult(tx -> batons.pass(reference, Holder.person("csm-1"), "test"));
        batons.become(reference, Baton.State.FINISHED);
        isFine("client-finished", pathOf(anna));
    }

    @Test
    void thanksAndNoticesOfClients() {
        sends();
        Map<String, String> form = form(anna);
        chromium.goTo(url(pathOf(anna)));
        chromium.click(By.cssSelector("form[action$='/confirm'] button"));
        hasNoFinding("client-thanks");
        htmlIsFine(post(anna, "confirm", form));
        isFine("client-unknown", "/c/nonsense");
        isFine("client-lost", "/lost-link");
        chromium.see("#address").sendKeys("nobody@nowhere.example");
        chromium.see("form button").click();
        chromium.see("[role=status]");
        hasNoFinding("client-lost-sent");
        htmlIsFine(send("POST", "/lost-link", "address=nonsense"));
        htmlIsFine(send("POST", "/lost-link", "address=nobody%40nowhere.example"));
    }

    // ---- pages of ours ----

    @Test
    void pagesOfLeads() {
        hasEverything();
        String login = "http://manager-1:manager-1@127.0.0.1:" + port;
        chromium.goTo(login + "/leads/" + reference);
        hasNoFinding("lead");
        htmlIsFine(new Caller(port, "manager-1").get("/leads/" + reference, "Accept", "text/html"));
        chromium.goTo(login + "/leads/nothing-0001");
        hasNoFinding("lead-missing");
        chromium.goTo(login + "/leads/import");
        hasNoFinding("import");
        htmlIsFine(new Caller(port, "manager-1").get("/leads/import", "Accept", "text/html"));
    }

    @Test
    void thePageOfAnOffer() {
        LeadReference offered = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(offered, "A demonstration", HouseDay.today().plusDays(20));
        Map<String, Object> variables = aLead.variables(offered);
        variables.putAll(Map.of("exchange", "sdr-to-ae", "giver", "sdr-1", "receiver", "group:ae"));
        runtime.startProcessInstanceByKey("handoff", offered.value(), variables);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(offered.value()).list().stream()
                .flatMap(it -> management.createJobQuery().processInstanceId(it.getId()).messages().list().stream())
                .forEach(job -> management.executeJob(job.getId()));
        String link = mailbox.of("ae-1@baton.example").stream()
                .filter(mail -> offered.value().equals(mail.header("X-Baton-Lead")))
                .findFirst()
                .orElseThrow()
                .link("/offers/");
        String path = link.substring(link.indexOf("/offers/"));

        chromium.goTo("http://ae-1:ae-1@127.0.0.1:" + port + path);
        hasNoFinding("offer");
        htmlIsFine(new Caller(port, "ae-1").get(path, "Accept", "text/html"));
    }

    /** Only the tab: what stands around it is Tasklist's own. */
    @Test
    void theTabLead() {
        LeadReference held = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        runtime.startProcessInstanceByKey("qualification", held.value(), aLead.variables(held));
        String task = task(held.value(), "qualifyLead").getId();
        promises.make(held, null, "Send the price list", "us", "sdr-1", LocalDate.of(2099, 1, 2));
        files.add(held, "sdr-1", "Our offer.txt", "An offer".getBytes(StandardCharsets.UTF_8));
        Tasklist tasklist = new Tasklist(chromium, "http://127.0.0.1:" + port);
        tasklist.logIn("sdr-1");
        tasklist.open("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
        tasklist.tab("Lead");
        LeadTab tab = new LeadTab(chromium);
        tab.says("Anna Berg");
        for (String view : List.of("Overview", "Messages", "Summaries", "Files", "Timeline")) {
            tab.press(view);
            assertThat(new Axe(chromium).gravest(".lead-tab")).as(view).isEmpty();
        }
    }

    @Test
    void theListOfLeadsItsBoardAndTheFigures() {
        LeadReference held = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        runtime.startProcessInstanceByKey("qualification", held.value(), aLead.variables(held));
        transaction.executeWithoutResult(tx -> batons.raise(held, Flag.ONE_CONTACT, "test"));
        new Tasklist(chromium, "http://127.0.0.1:" + port).logIn("manager-1");
        Caller manager = new Caller(port, "manager-1");
        for (String path : List.of(
                "/leads?q=" + held, "/leads?view=board&q=" + held, "/leads?leg=sprint", "/figures?by=team&per=week")) {
            htmlIsFine(manager.get(path, "Accept", "text/html"));
            chromium.goTo(url(path));
            hasNoFinding(path.replaceAll("\\W+", "-").replaceAll("^-", ""));
        }
    }

    @Test
    void theListKeepsItselfFreshAndItsReaderWhereTheyAre() {
        LeadReference held = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        new Tasklist(chromium, "http://127.0.0.1:" + port).logIn("manager-1");
        chromium.goTo(url("/leads?q=" + held));
        chromium.run("document.querySelector('a[href$=\"/leads/" + held + "\"]').focus()");
        transaction.executeWithoutResult(tx -> batons.raise(held, Flag.ONE_CONTACT, "test"));

        // as when the reader comes back to it; it looks every four seconds anyway
        chromium.run("document.dispatchEvent(new Event('visibilitychange'))");

        chromium.see("#shown .flag");
        assertThat(chromium.run("return document.activeElement.getAttribute('href')"))
                .isEqualTo("/leads/" + held);
    }

    @Test
    void x4_aFormIsReadFilledInAndSentOnAPhone() {
        LeadReference held = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        runtime.startProcessInstanceByKey("qualification", held.value(), aLead.variables(held));
        String task = task(held.value(), "qualifyLead").getId();
        Tasklist tasklist = new Tasklist(chromium, "http://127.0.0.1:" + port);
        tasklist.logIn("sdr-1");
        chromium.bePhone();
        try {
            tasklist.open("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
            assertThat(chromium.run("return window.innerWidth")).isEqualTo(390L);
            tasklist.choose("outcome", "Not reached");
            chromium.see("input[id*='-tryAgainOn']");
            chromium.picture("form-phone");
            assertThat((List<?>) chromium.run(
                            "return [...document.querySelectorAll('.fjs-form-field')].filter(it => it.offsetParent)"
                                    + ".filter(it => it.getBoundingClientRect().left < 0"
                                    + " || it.getBoundingClientRect().right > window.innerWidth)"
                                    + ".map(it => it.textContent)"))
                    .as("fields that a phone does not show whole")
                    .isEmpty();
            assertThat((List<?>) chromium.run(
                            "return [...document.querySelectorAll('.fjs-form-field input, .fjs-form-field textarea')]"
                                    + ".filter(it => it.offsetParent && parseFloat(getComputedStyle(it).fontSize) < 12)"
                                    + ".map(it => it.id)"))
                    .as("fields that nobody can read what they write in")
                    .isEmpty();
            tasklist.day("tryAgainOn", HouseDay.today().plusDays(3));
            tasklist.complete();
        } finally {
            chromium.beAsWideAs(1280);
        }

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(held.value())
                        .activityIdIn("waitUntilTryAgain")
                        .count())
                .isOne();
    }

    /** The chat stands in a page of somebody else's; here in our example of one. */
    @Test
    void theChat() {
        isFine("website", "/mailbox/website");
        chromium.run(
                "const all = [document]; while (all.length) { const root = all.pop();"
                        + " root.querySelectorAll('*').forEach(it => { if (it.shadowRoot) all.push(it.shadowRoot); });"
                        + " const open = root.querySelector('button[aria-expanded=false]'); if (open) { open.click(); break; } }");
        hasNoFinding("website-chat");
    }

    @Test
    void theMailbox() {
        sends();
        isFine("mailbox", "/mailbox?to=" + anna.email());
        chromium.see("tbody a").click();
        chromium.see("iframe");
        hasNoFinding("mailbox-mail");
    }

    // ---- mails ----

    @Test
    void mailsToClientsAndToUs() {
        hasEverything();
        send("POST", "/lost-link", "address=" + anna.email().replace("@", "%40"));
        errandsContaining(anna.email()).stream().forEach(job -> management.executeJob(job.getId()));
        List<Mail> mails = new ArrayList<>(mailbox.of(anna.email()));
        assertThat(mails).hasSizeGreaterThan(1);
        mails.addAll(mailbox.of("sdr-1@baton.example").stream().limit(3).toList());

        for (Mail mail : mails) {
            show(mail);
            hasNoFinding("mail-" + mail.subject().replaceAll("[^a-zA-Z]+", "-").toLowerCase(Locale.ROOT));
            assertThat(PageFaults.of(mail.html())).as(mail.subject()).isEmpty();
        }
    }

    /** Whatever stands in forms/mails, with something in every place. */
    @Test
    void everyMailThatWeCanWrite() throws IOException {
        String reader = "reader" + System.nanoTime() + "@mails.example";
        try (Stream<Path> texts = java.nio.file.Files.list(Path.of("forms/mails"))) {
            texts.sorted().forEach(text -> post.send(sample(text, reader)));
        }
        Axe axe = new Axe(chromium);
        chromium.goTo("data:text/html,<!DOCTYPE html><title>mails</title>");
        for (Mail mail : mailbox.of(reader)) {
            assertThat(PageFaults.of(mail.html())).as(mail.subject()).isEmpty();
            // a mail's other language differs in its words only
            if (mail.html().contains("lang=\"en\"")) {
                axe.write(mail.html());
                assertThat(chromium.driver.getTitle())
                        .as("the mail that axe looks at")
                        .isEqualTo(titleOf(mail));
                assertThat(axe.gravest("html")).as(mail.subject()).isEmpty();
            }
        }
    }

    private static String titleOf(Mail mail) {
        return Jsoup.parse(mail.html()).title();
    }

    private static Letter sample(Path file, String reader) {
        try {
            String[] name = file.getFileName().toString().split("\\.");
            Map<String, Object> model = new HashMap<>();
            Pattern.compile("\\{\\{[#^]?(\\w+)}}")
                    .matcher(java.nio.file.Files.readString(file))
                    .results()
                    .forEach(it -> model.put(it.group(1), value(it.group(1))));
            return new Letter(
                    "sample:" + file + ":" + reader,
                    name[0],
                    Locale.forLanguageTag(name[1]),
                    "Anna",
                    reader,
                    model,
                    null,
                    null,
                    null,
                    false,
                    null,
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object value(String name) {
        return Set.of("page", "link", "task", "tasklist", "lead", "accept", "return")
                        .contains(name)
                ? "https://baton.example/" + name
                : "Anna & Ben <" + name + ">";
    }

    private static void show(Mail mail) {
        chromium.goTo("data:text/html;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(mail.html().getBytes(StandardCharsets.UTF_8)));
    }

    // ----

    private void hasEverything() {
        writes(Map.of("promises", "Name a contact | them | 2020-01-02"));
        fire(reference.value(), "sendSummaryEmail");
        confirms(anna);
        writes(Map.of(
                "businessPriorities", "Fewer lost leads, and an answer within an hour.",
                "promises", "Send the price list | us | 2099-12-01\nShow the plant | them | 2099-01-02"));
        fire(reference.value(), "sendSummaryEmail");
        promises.make(reference, null, "Call back", "us", "sdr-1", LocalDate.of(2026, 11, 20));
        promises.of(reference).stream()
                .filter(it -> it.what().equals("Call back"))
                .forEach(it -> promises.keep(it.id()));
        LeadFile offer = files.add(reference, "sdr-1", "Our offer.txt", "An offer".getBytes(StandardCharsets.UTF_8));
        files.share(offer.id(), "sdr-1");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The page as it is at this address: in the browser, and as HTML. */
    private void isFine(String name, String path) {
        htmlIsFine(get(path));
        chromium.goTo(url(path));
        hasNoFinding(name);
    }

    private static void htmlIsFine(HttpResponse<String> page) {
        assertThat(PageFaults.of(page.body())).as("HTML of " + page.uri()).isEmpty();
    }

    /** What the browser shows now, wide and narrow. */
    private static void hasNoFinding(String name) {
        for (int width : List.of(1280, 360)) {
            chromium.beAsWideAs(width);
            chromium.picture(name + "-" + width);
            assertThat(new Axe(chromium).gravest("html"))
                    .as(name + " at " + width)
                    .isEmpty();
        }
        Number overflow = (Number) chromium.run("return document.documentElement.scrollWidth - window.innerWidth");
        assertThat(overflow.intValue()).as(name + ": to be scrolled sideways").isLessThanOrEqualTo(0);
        chromium.beAsWideAs(1280);
    }
}
