package org.batonrelay.walk;

import java.time.LocalDate;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Camunda's Tasklist as a person uses it: log in, find a task, claim it, fill its form in, complete it. */
class Tasklist {

    private static final String CARD = "section.task-card";
    private static final String NAME = "input[ng-model='username']";
    private static final String PASSWORD = "input[type='password']";
    private static final String FORM = CARD + " .fjs-container .fjs-form-field";
    private static final String LISTS = ".task-filters, .tasks-list";

    private final Browser browser;
    private final String address;

    /** Whoever has just logged in sees the lists as they are now. */
    private boolean fresh;

    Tasklist(Browser browser, String baton) {
        this.browser = browser;
        this.address = baton + "/camunda/app/tasklist/default/";
    }

    /** The example people's password is their name. */
    void logIn(String person) {
        browser.forget();
        start(address, PASSWORD);
        browser.until("name and password to be typed", any -> {
            browser.type(browser.see(NAME), person);
            browser.type(browser.see(PASSWORD), person);
            return person.equals(browser.see(NAME).getDomProperty("value"))
                            && person.equals(browser.see(PASSWORD).getDomProperty("value"))
                    ? Boolean.TRUE
                    : null;
        });
        browser.click(By.cssSelector("form[name='signinForm'] [type='submit']"));
        browser.see(LISTS);
        fresh = true;
    }

    /** A reload now and then stops before the web app has started; a person presses reload again. */
    private void start(String at, String sign) {
        for (int tries = 0; tries < 4; tries++) {
            browser.goTo("about:blank");
            browser.goTo(at);
            if (browser.seesSoon(sign)) {
                return;
            }
        }
        browser.see(sign);
    }

    /** Opens one of the lists at the left, and in it the row of this task of this client. */
    void find(String filter, String task, String organisation) {
        if (!fresh) {
            start(address, LISTS);
        }
        fresh = false;
        browser.click(By.xpath("//a[starts-with(normalize-space(), '" + filter + "')]"));
        browser.click(By.xpath("//li[contains(@class, 'task')][contains(., '" + task + "')][contains(., '"
                + organisation + "')]//h4"));
        awaitForm();
    }

    /** Opens the link of a mail. */
    void open(String link) {
        fresh = false;
        start(link, FORM);
        awaitForm();
    }

    void claim() {
        browser.click(By.cssSelector(CARD + " .claim"));
        browser.see(CARD + " .unclaim");
        awaitForm();
    }

    /** Opens another tab of the task: Lead, History. */
    void tab(String name) {
        browser.click(By.xpath(
                "//section[contains(@class, 'task-card')]//ul[contains(@class, 'nav-tabs')]//a[normalize-space() = '"
                        + name + "']"));
    }

    private void awaitForm() {
        browser.see(FORM);
    }

    void write(String field, String text) {
        browser.type(field(field), text);
        field(field).sendKeys(Keys.TAB); // the form takes a text in when it is left
    }

    /** Waits until the form says this. */
    void awaits(String said) {
        browser.until(said, any -> says(said) ? Boolean.TRUE : null);
    }

    /** Waits until the form does not say this any more. */
    void awaitsNoMore(String said) {
        browser.until("no more: " + said, any -> says(said) ? null : Boolean.TRUE);
    }

    private boolean says(String said) {
        return browser.text().contains(said);
    }

    void day(String field, LocalDate day) {
        WebElement input = browser.see(By.cssSelector("input[id*='-" + field + "']"));
        browser.run(
                "arguments[0]._flatpickr.setDate(new Date(arguments[1], arguments[2] - 1, arguments[3]), true)",
                input,
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth());
    }

    void time(String field, String time) {
        WebElement input = browser.see(By.cssSelector("input[id$='-" + field + "-time']"));
        input.click();
        input.sendKeys(Keys.chord(Keys.CONTROL, "a"), time, Keys.ENTER);
    }

    /** Chooses among the answers of a question by what the answer says. */
    void choose(String field, String answer) {
        browser.click(By.xpath(
                "//label[contains(@for, '-" + field + "-')][starts-with(normalize-space(), '" + answer + "')]"));
    }

    void complete() {
        browser.click(By.xpath("//button[@ng-click='complete()'][not(@disabled)]"));
        browser.until("the task to be completed", any -> {
            if (browser.shows(".notifications .alert-danger, .form-pane .alert-danger")) {
                throw new AssertionError("Tasklist refuses:\n" + browser.text());
            }
            return browser.shows(CARD + " .fjs-container") ? null : Boolean.TRUE;
        });
    }

    private WebElement field(String key) {
        return browser.see(By.cssSelector("input[id$='-" + key + "'], textarea[id$='-" + key + "']"));
    }
}
