package org.batonrelay.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox;
import org.openqa.selenium.By;

/** The relay of one lead as its people live it: each in Tasklist, the client in their mail and on their page. */
class Story {

    private final Browser browser;
    private final Tasklist tasklist;
    private final String baton;
    private final Mailbox mailbox;
    private final String organisation;
    private final String client;
    private final Runnable pause;

    /** @param pause lets Baton do what it does by itself: send mails, start what is due */
    Story(Browser browser, String baton, Mailbox mailbox, String organisation, String client, Runnable pause) {
        this.browser = browser;
        this.baton = baton;
        this.tasklist = new Tasklist(browser, baton);
        this.mailbox = mailbox;
        this.organisation = organisation;
        this.client = client;
        this.pause = pause;
    }

    void theSdrTakesTheBatonInTwoClicks() {
        pause.run();
        assertThat(mailbox.latest(client, "Thank you").text()).isNotBlank();
        tasklist.logIn("sdr-1");
        tasklist.find("Offered to my team", "Take baton", organisation);
        browser.picture("offered");
        tasklist.open(here(mailbox.latest("sdr-1@baton.example", organisation).link("/camunda/app/tasklist/")));
        tasklist.claim();
        browser.picture("take-baton");
        tasklist.complete();
    }

    void theSdrQualifiesAndWritesTheSummary(LocalDate meeting) {
        pause.run();
        tasklist.find("Mine", "Qualify lead", organisation);
        tasklist.day("meetingOn", meeting);
        tasklist.time("meetingOn", "10:00");
        browser.picture("qualify-lead");
        tasklist.complete();
        pause.run();
        tasklist.find("Mine", "Write summary", organisation);
        tasklist.write("currentSituation", "Three teams pass every order on by mail; one in ten is lost on the way.");
        tasklist.write(
                "businessPriorities", "A start before the spring season, and nobody asking the same thing twice.");
        tasklist.write("decisionProcess", "Kim decides together with the head of IT.");
        tasklist.write("nextSteps", "A World-Class demo, with your order data.");
        tasklist.awaits("This reads like an advertisement: world class.");
        tasklist.write("nextSteps", "Demo with our account executive, with your order data.");
        tasklist.awaitsNoMore("This reads like an advertisement");
        tasklist.day("nextStepOn", meeting);
        tasklist.write("promises", "Send the price list");
        browser.picture("write-summary");
        tasklist.complete();
    }

    /** @param picture where this summary stands in the walk */
    void theClientConfirms(String picture) {
        pause.run();
        browser.goTo(here(mailbox.latest(client, "please confirm").link("/c/")));
        browser.picture(picture);
        browser.click(By.cssSelector("form[action$='/confirm'] button"));
        browser.until("thanks for the answer", any -> browser.shows("form[action$='/confirm']") ? null : Boolean.TRUE);
        browser.picture(picture + "-confirmed");
        pause.run();
    }

    void theAeTakesTheBatonWithTheConfirmedSummary() {
        pause.run();
        tasklist.logIn("ae-1");
        tasklist.find("Offered to my team", "Take baton", organisation);
        tasklist.claim();
        browser.picture("ae-takes-baton");
        tasklist.complete();
    }

    void theAeWritesDownWhatTheMeetingAgreed(LocalDate signing) {
        pause.run();
        tasklist.find("Mine", "Work deal", organisation);
        tasklist.choose("dealDecision", "Summary");
        browser.picture("work-deal");
        tasklist.complete();
        pause.run();
        tasklist.find("Mine", "Write summary", organisation);
        tasklist.write("nextSteps", "We send the contract; you sign it.");
        tasklist.day("nextStepOn", signing);
        tasklist.complete();
    }

    void theAeAsksLegal() {
        pause.run();
        tasklist.logIn("ae-1");
        tasklist.find("Mine", "Work deal", organisation);
        tasklist.choose("dealDecision", "Contract");
        tasklist.complete();
    }

    void legalApproves() {
        pause.run();
        tasklist.logIn("legal-1");
        tasklist.find("Contracts", "Review contract", organisation);
        tasklist.claim();
        browser.picture("review-contract");
        tasklist.complete();
    }

    void theAeWins() {
        pause.run();
        tasklist.logIn("ae-1");
        tasklist.find("Mine", "Work deal", organisation);
        tasklist.choose("dealDecision", "Won");
        tasklist.complete();
    }

    void theCsmTakesItWithEveryPromise() {
        pause.run();
        tasklist.logIn("csm-1");
        tasklist.find("Offered to my team", "Take baton", organisation);
        tasklist.claim();
        tasklist.day("readyOn", HouseDay.today().plusDays(21));
        browser.picture("csm-takes-baton");
        tasklist.complete();
        pause.run();
        assertThat(mailbox.latest(client, "please meet").text()).contains("Casey Flores");
    }

    void promisesAreKept(Iterable<String> owners) {
        owners.forEach(owner -> {
            tasklist.logIn(owner);
            tasklist.find("Mine", "Keep promise", organisation);
            browser.picture("keep-promise");
            tasklist.complete();
            pause.run();
        });
    }

    void theCsmWritesTheLastSummary() {
        tasklist.logIn("csm-1");
        tasklist.find("Mine", "Write summary", organisation);
        tasklist.write("currentSituation", "The teams work with it since Monday.");
        tasklist.write("nextSteps", "Customer service is there for you from now on.");
        tasklist.day("nextStepOn", HouseDay.today().plusDays(30));
        tasklist.complete();
    }

    void customerServiceTakesOver() {
        pause.run();
        tasklist.logIn("customer-service-1");
        tasklist.find("Offered to my team", "Take baton", organisation);
        tasklist.claim();
        tasklist.complete();
        pause.run();
    }

    /** Opens without a second login: the person is logged in to Tasklist. */
    void theLeadPageShowsTheFinishedRelay(String reference) {
        tasklist.logIn("manager-1");
        browser.goTo(baton + "/leads/" + reference);
        browser.picture("lead-page");
        assertThat(browser.text()).contains(organisation).containsIgnoringCase("finished");
        browser.goTo(baton + "/mailbox");
        browser.picture("mailbox");
    }

    /** Mails name the address that people reach Baton by; this one runs on a port of its own. */
    private String here(String link) {
        URI uri = URI.create(link.replace("#", "%23"));
        return baton
                + (uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())).replace("%23", "#");
    }
}
