package org.batonrelay.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * axe-core in the page that the browser shows. It is brought in once a page, and not before each look as its own driver
 * does: it is half a megabyte.
 */
class Axe {

    private static final String SOURCE = source();

    private final Browser browser;

    Axe(Browser browser) {
        this.browser = browser;
    }

    /** Shows this document in the page that is open, where axe is already. */
    void write(String html) {
        bringIn();
        browser.run("document.open(); document.write(arguments[0]); document.close();", html);
    }

    /**
     * What axe finds serious or critical within this element. A mail in the mailbox stands in a frame without scripts,
     * where axe would wait for itself in vain; mails are looked at one by one.
     */
    List<String> gravest(String within) {
        bringIn();
        Map<?, ?> found = (Map<?, ?>) browser.driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                        // of what is fine the rule is enough, without every place
                        + "window.axe.run(arguments[0], {iframes: false, resultTypes: ['violations']}).then("
                        + "found => done({passes: found.passes.length, violations: found.violations"
                        + ".filter(it => ['serious', 'critical'].includes(it.impact))"
                        + ".map(it => it.id + ': ' + it.help + ' ' + it.nodes.map(node => node.html).join(', '))}),"
                        + "fault => done({passes: 0, violations: [String(fault)]}))",
                within);
        assertThat((Number) found.get("passes")).as("axe has looked: " + found).isNotEqualTo(0L);
        return ((List<?>) found.get("violations")).stream().map(String::valueOf).toList();
    }

    private void bringIn() {
        if (!Boolean.TRUE.equals(browser.run("return typeof window.axe === 'object'"))) {
            browser.run(SOURCE);
        }
    }

    private static String source() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
