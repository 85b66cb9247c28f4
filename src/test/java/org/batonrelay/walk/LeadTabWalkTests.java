package org.batonrelay.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.HouseDay;
import org.batonrelay.backward.CallBacks;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promises;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.lead.Leads;
import org.batonrelay.relay.RunningLeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;

/** The tab "Lead" in a real browser, with a client who writes markup. */
class LeadTabWalkTests extends RunningLeg {

    private static final String HOSTILE = "Is paragraph 4 final? <img src=x onerror=\"document.title='stolen'\">";

    @Autowired
    Correspondence correspondence;

    @Autowired
    Leads leads;

    @Autowired
    Notes notes;

    @Autowired
    Promises promises;

    @Autowired
    CallBacks callBacks;

    @TempDir
    Path folder;

    @Test
    void showsTheLeadBesideItsTaskAndActsOnIt() throws IOException {
        aDealWithTwoSummaries();
        correspondence.received(lead, contacts.main(lead).orElseThrow(), Channel.MAIL, HOSTILE, "The contract", null);
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = new Tasklist(browser, "http://127.0.0.1:" + port);
            LeadTab tab = new LeadTab(browser);
            tasklist.logIn("ae-1");
            tasklist.find("Mine", "Work deal", leads.get(lead).organisation());
            tasklist.tab("Lead");
            tab.says("Anna Berg");
            assertThat(browser.see(".all-leads a").getDomProperty("href")).endsWith("/leads");
            browser.click(By.cssSelector(".lead-help summary"));
            tab.says("there is always a next step with a day");

            tab.press("Write a note");
            tab.write("text", "They decide on Friday.");
            tab.send();
            tab.says("The note is on the timeline.");

            tab.press("Ask an earlier runner");
            tab.write("question", "Which plant is the slow one?");
            tab.send();
            tab.says("no answer yet");
            browser.picture("lead-tab");

            tab.press("Summaries");
            tab.says("What changed");
            assertThat(browser.see(".lead-tab ins").getText()).contains("Three");
            assertThat(browser.see(".lead-tab del").getText()).contains("Two");
            browser.picture("lead-tab-summaries");

            tab.press("Files");
            tab.upload(Files.writeString(folder.resolve("order data.csv"), "order;plant\n1;Bremen\n"));
            tab.says("order data.csv is here now.");
            tab.press("Share with the client");
            tab.says("The client finds order data.csv on their page.");
            browser.picture("lead-tab-files");

            tab.press("Messages");
            tab.says(HOSTILE);
            tab.press("Make an item of it");
            tab.write("what", "Tell them whether paragraph 4 is final");
            tab.day(HouseDay.today().minusDays(3));
            tab.send();
            tab.says("is past. Choose today or a later day.");
            tab.day(HouseDay.today().plusDays(3));
            browser.picture("lead-tab-item");
            tab.send();
            tab.says("The item is on the list.");

            String before = task(lead.value(), "workDeal").getId();
            tab.press("Messages");
            tab.press("Ask legal for a contract review");
            tab.says("Legal has it.");
            String now = task(lead.value(), "workDeal").getId();
            assertThat(now).isNotEqualTo(before);
            browser.until(
                    "Tasklist to show the deal as it goes on",
                    driver -> driver.getCurrentUrl().contains("task=" + now) ? Boolean.TRUE : null);
            tab.press("Timeline");
            tab.says("Tell them whether paragraph 4 is final");
            assertThat(browser.driver.getTitle()).doesNotContain("stolen");
            assertThat(browser.driver.findElements(By.cssSelector(".lead-tab img")))
                    .isEmpty();
            onAPhone(browser, tab);

            browser.bePhone();
            tasklist.find("Mine", "Work deal", leads.get(lead).organisation());
            browser.until(
                    "the form to come to whoever has tapped on a task",
                    driver -> Boolean.TRUE.equals(
                                    browser.run(
                                            "return document.querySelector('section.task-card').getBoundingClientRect().top < 200"))
                            ? Boolean.TRUE
                            : null);
        }
        assertThat(notes.of(lead)).hasSize(1);
        assertThat(promises.of(lead)).anyMatch(it -> it.what().startsWith("Tell them whether"));
        assertThat(callBacks.of(lead)).hasSize(1);
    }

    @Test
    void talksToAVisitorAndKeepsPrivateWhatIsPrivate() {
        aDealWithTwoSummaries();
        // without one nobody would go on with the lead, and the visitor would begin another
        runtime.createProcessInstanceByKey("relay")
                .businessKey(lead.value())
                .setVariable("contactAt", Date.from(Instant.now().plusSeconds(86_400)))
                .startBeforeActivity("waitUntilContactDate")
                .execute();
        Visitor visitor = new Visitor(port);
        visitor.says("I'm Anna Berg from " + leads.get(lead).organisation() + ", " + client());
        visitor.says("When can we start?");
        try (Browser browser = Browser.open()) {
            Tasklist tasklist = new Tasklist(browser, "http://127.0.0.1:" + port);
            LeadTab tab = new LeadTab(browser);
            tasklist.logIn("ae-1");
            tasklist.find("Mine", "Work deal", leads.get(lead).organisation());
            tasklist.tab("Lead");
            tab.press("Chat");
            tab.says("When can we start?");
            tab.write("text", "On the first of April.");
            tab.send();
            tab.says("On the first of April.");
            browser.click(By.cssSelector(".lead-tab [name='private']"));
            tab.write("text", "They are in a hurry.");
            tab.send();
            tab.says("They are in a hurry.");
            visitor.says("Wonderful.");
            tab.says("Wonderful.");
            browser.picture("lead-tab-chat");
        }
        assertThat(visitor.hears()).contains("On the first of April.").doesNotContain("in a hurry");
    }

    /** Nothing of the tab is wider than a phone. */
    private static void onAPhone(Browser browser, LeadTab tab) {
        browser.driver.manage().window().setSize(new Dimension(390, 844));
        for (String view : new String[] {"Messages", "Summaries", "Files", "Timeline", "Overview"}) {
            tab.press(view);
            browser.run("document.querySelector('.lead-tab').scrollIntoView()");
            browser.picture("lead-tab-phone-" + view.toLowerCase(Locale.ROOT));
            assertThat(
                            browser.run(
                                    "const tab = document.querySelector('.lead-tab');"
                                            + "return tab.scrollWidth <= tab.clientWidth && tab.getBoundingClientRect().right <= window.innerWidth"))
                    .as(view + " fits a phone")
                    .isEqualTo(true);
        }
    }

    private void aDealWithTwoSummaries() {
        isHeldBy("sdr-1", Leg.DEAL);
        batons.pass(lead, Holder.person("ae-1"), "accepted");
        goesOnWith("deal", Map.of());
        writes("Two plants, one of them on paper.");
        writes("Three plants, one of them on paper.");
    }

    private void writes(String situation) {
        completes("ae-1", "workDeal", Map.of("dealDecision", "summary"));
        Map<String, Object> summary = new HashMap<>(aSummary());
        summary.put("currentSituation", situation);
        completes("ae-1", "writeSummary", summary);
    }
}
