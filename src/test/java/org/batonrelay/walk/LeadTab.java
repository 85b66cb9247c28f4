package org.batonrelay.walk;

import java.nio.file.Path;
import java.time.LocalDate;
import org.openqa.selenium.By;

/** The tab "Lead" beside a task's form, as a person uses it. */
class LeadTab {

    private static final String TAB = "//div[contains(@class, 'lead-tab')]";

    private final Browser browser;

    LeadTab(Browser browser) {
        this.browser = browser;
    }

    void press(String button) {
        browser.click(By.xpath(TAB + "//button[starts-with(normalize-space(), '" + button + "')]"));
    }

    void write(String field, String text) {
        browser.type(browser.see(".lead-tab [name='" + field + "']"), text);
    }

    void day(LocalDate day) {
        browser.run("arguments[0].value = arguments[1]", browser.see(".lead-tab input[type='date']"), day.toString());
    }

    void send() {
        browser.click(By.cssSelector(".lead-tab .lead-form [type='submit']"));
    }

    void upload(Path file) {
        browser.driver
                .findElement(By.cssSelector(".lead-tab input[type='file']"))
                .sendKeys(file.toAbsolutePath().toString());
    }

    /** Waits until the tab says so. */
    void says(String text) {
        browser.until(
                "the tab to say “" + text + "”",
                any -> browser.see(".lead-tab").getText().contains(text) ? Boolean.TRUE : null);
    }
}
