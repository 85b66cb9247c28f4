package org.batonrelay.walk;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One window of a real browser, and the pictures taken of it. */
class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOKS = Duration.ofMillis(100);
    private static final Path PICTURES = Path.of("target", "pictures");

    final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test where no browser is installed; in CI that is a failure. */
    static Browser open() {
        Optional<File> chromium = installed("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
        Optional<File> chromedriver = installed("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
        if (chromium.isEmpty() || chromedriver.isEmpty()) {
            String plainly = "no browser here: the walk needs chromium and chromedriver in /usr/bin";
            if ("true".equals(System.getenv("CI"))) {
                fail(plainly);
            }
            Assumptions.abort(plainly);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        // a certificate that a test has made for itself
        options.setAcceptInsecureCerts(true);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--lang=en-GB",
                "--window-size=1400,1250");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<File> installed(String... places) {
        return Stream.of(places).map(File::new).filter(File::canExecute).findFirst();
    }

    void goTo(String url) {
        driver.get(url);
    }

    /** Forgets who is logged in; from an empty page, so that no call still under way brings a cookie back. */
    void forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    WebElement see(String css) {
        return see(By.cssSelector(css));
    }

    /** Waits until it is there and visible. */
    WebElement see(By what) {
        return until(
                what.toString(),
                anyDriver -> driver.findElements(what).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    void click(By what) {
        until("can click " + what, anyDriver -> {
            WebElement found = see(what);
            run("arguments[0].scrollIntoView({block: 'center'})", found);
            found.click();
            return true;
        });
    }

    boolean shows(String css) {
        return driver.findElements(By.cssSelector(css)).stream().anyMatch(WebElement::isDisplayed);
    }

    boolean seesSoon(String css) {
        try {
            new WebDriverWait(driver, Duration.ofSeconds(20), LOOKS).until(any -> shows(css));
            return true;
        } catch (org.openqa.selenium.TimeoutException | StaleElementReferenceException e) {
            return false;
        }
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** @param what said when it never comes, beside the text of the page */
    <T> T until(String what, ExpectedCondition<T> condition) {
        try {
            return new WebDriverWait(driver, PATIENCE, LOOKS)
                    .ignoreAll(List.of(
                            StaleElementReferenceException.class,
                            NoSuchElementException.class,
                            org.openqa.selenium.ElementNotInteractableException.class))
                    .until(condition);
        } catch (org.openqa.selenium.TimeoutException e) {
            picture("failed");
            throw new AssertionError(
                    "waited for " + what + " in vain at " + driver.getCurrentUrl() + "; the page says:\n" + text(), e);
        }
    }

    /** Types as a person does, and makes sure that it has arrived. */
    void type(WebElement field, String text) {
        run("arguments[0].scrollIntoView({block: 'center'})", field);
        field.click();
        field.clear();
        field.sendKeys(text);
        if (!text.equals(field.getDomProperty("value"))) {
            run(
                    "const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(arguments[0]), 'value').set;"
                            + "set.call(arguments[0], arguments[1]);"
                            + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}));"
                            + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}));",
                    field,
                    text);
        }
    }

    Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** As a phone or a desk would show it; the whole page is then in the picture. */
    void beAsWideAs(int width) {
        bend(width, 600);
        bend(width, ((Number) run("return document.documentElement.scrollHeight")).intValue());
    }

    /** As somebody holds it in their hand. */
    void bePhone() {
        bend(390, 844);
    }

    private void bend(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
