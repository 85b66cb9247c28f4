package org.batonrelay.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.calendar.BusinessCalendar;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chat on a website, in a real browser, by keyboard. */
class ChatWidgetTests extends RunningBaton {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessCalendar calendar;

    @Test
    void aVisitorChatsWithPeople() {
        try (Browser browser = Browser.open()) {
            browser.goTo("http://127.0.0.1:" + port + "/mailbox/website");
            until(browser, "the button", "root.querySelector('.launcher')");
            browser.picture("chat-button");
            run(browser, "root.querySelector('.launcher').focus()");
            ((WebElement) run(browser, "root.activeElement")).sendKeys(Keys.ENTER);
            until(browser, "the bot", "root.querySelectorAll('.log li').length === 1");
            assertThat(run(browser, "root.activeElement.id")).isEqualTo("text");

            type(browser, "Hello, I'm Kim Berger", 3);
            type(browser, "kim@widget.example", 5);
            type(browser, "Widget <b>Works</b>", 7);
            type(browser, "We lose leads between our teams.", 8);
            String reference = jdbc.sql("select reference from chat where email = 'kim@widget.example'")
                    .query(String.class)
                    .single();
            new Caller(port, "sdr-1")
                    .postJson("/api/leads/" + reference + "/chat", "{\"text\": \"Good morning, Kim. I am here.\"}");
            until(browser, "the rep", "root.querySelector('.log .person')");

            assertThat(run(browser, "root.querySelector('.log').innerText"))
                    .asString()
                    .contains("Widget <b>Works</b>", "Sam Rivers", "Good morning, Kim. I am here.");
            // peopleP8_ one way to write times: 24 hours, by the clock of the house
            assertThat(run(browser, "[...root.querySelectorAll('.log time')].pop().innerText"))
                    .isEqualTo(run(
                            browser,
                            "new Date([...root.querySelectorAll('.log time')].pop().dateTime).toLocaleTimeString('en-GB',"
                                    + " {hour: '2-digit', minute: '2-digit', timeZone: '" + calendar.zone("") + "'})"));
            assertThat(findings(browser)).isEmpty();
            browser.picture("chat");

            browser.goTo("http://127.0.0.1:" + port + "/mailbox/website");
            until(browser, "what was said before", "root.querySelectorAll('.log li').length === 9");
            browser.driver.manage().window().setSize(new Dimension(360, 740));
            run(browser, "root.querySelector('.launcher').click()");
            until(browser, "the panel", "!root.querySelector('.panel').hidden");
            assertThat(run(browser, "document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(run(browser, "root.querySelector('.panel').getBoundingClientRect().left >= 0"))
                    .isEqualTo(true);
            browser.picture("chat-360");
            assertThat(findings(browser)).isEmpty();

            ((WebElement) run(browser, "root.activeElement")).sendKeys(Keys.ESCAPE);
            until(browser, "closed", "root.querySelector('.panel').hidden");
            assertThat(run(browser, "root.activeElement.className")).isEqualTo("launcher");
        }
    }

    private static void type(Browser browser, String text, int messagesThen) {
        WebElement input = (WebElement) run(browser, "root.activeElement");
        input.sendKeys(text, Keys.ENTER);
        until(browser, messagesThen + " messages", "root.querySelectorAll('.log li').length >= " + messagesThen);
    }

    private static List<String> findings(Browser browser) {
        return new AxeBuilder()
                .analyze(browser.driver).getViolations().stream()
                        .filter(it -> List.of("serious", "critical").contains(it.getImpact()))
                        .map(Rule::toString)
                        .toList();
    }

    private static void until(Browser browser, String what, String condition) {
        browser.until(what, any -> Boolean.TRUE.equals(run(browser, "!!(" + condition + ")")) ? true : null);
    }

    /** Asks for something inside the widget's shadow root. */
    private static Object run(Browser browser, String expression) {
        return ((JavascriptExecutor) browser.driver)
                .executeScript("const host = [...document.body.children].find((it) => it.shadowRoot);"
                        + "const root = host && host.shadowRoot; return root ? (" + expression + ") : null;");
    }
}
