package org.batonrelay.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.ALead;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;

/** Our own pages change what they have to, and another site's change nothing with a login that the browser has saved. */
class OtherOriginWalkTests extends RunningBaton {

    @Autowired
    private ALead aLead;

    @Test
    void doorsD3_overHttpOurPagesWorkAndAnotherSitesDoNot() throws Exception {
        walksAt("http://localhost:" + port);
    }

    @Test
    void doorsD3_behindAProxyWithTlsOurPagesWorkAndAnotherSitesDoNot() throws Exception {
        try (TlsProxy proxy = TlsProxy.before(port)) {
            walksAt(proxy.address());
        }
    }

    private void walksAt(String address) throws IOException {
        try (Browser browser = Browser.open()) {
            ourPagesChangeThings(browser, address);
            anotherSiteChangesNothing(browser, address);
        }
    }

    /** The login page, a button on a lead's page, and a page that is open to everybody. */
    private void ourPagesChangeThings(Browser browser, String address) {
        LeadReference lead = aLead.heldBy("ae-1", Leg.DEAL);
        browser.goTo(address + "/leads/" + lead);
        browser.type(browser.see("#username"), "ae-1");
        browser.type(browser.see("#password"), "ae-1");
        browser.click(By.cssSelector("form[action='/login'] button"));
        browser.until(
                "the lead's page",
                any -> browser.driver.getCurrentUrl().equals(address + "/leads/" + lead) ? Boolean.TRUE : null);
        browser.click(By.xpath("//button[text()='No automatic mail']"));
        browser.see(By.xpath("//button[text()='Send it again']"));
        browser.goTo(address + "/lost-link");
        browser.type(browser.see("input[type='email']"), "nobody@unknown.example");
        browser.click(By.cssSelector("form button"));
        browser.until("the answer", any -> browser.shows("input[type='email']") ? null : Boolean.TRUE);
    }

    private void anotherSiteChangesNothing(Browser browser, String address) throws IOException {
        String withLogin = address.replace("://", "://process-owner-1:process-owner-1@");
        browser.goTo(withLogin + "/engine-rest/engine");
        HttpServer another = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        another.createContext("/", call -> {
            byte[] page = """
                    <form method="post" enctype="multipart/form-data" action="%s/engine-rest/deployment/create">
                    <input name="deployment-name" value="stolen"><textarea name="x"></textarea></form>
                    <script>document.forms[0].submit()</script>""".formatted(address).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "text/html");
            call.sendResponseHeaders(200, page.length);
            call.getResponseBody().write(page);
            call.close();
        });
        another.start();
        try {
            browser.goTo("http://127.0.0.1:" + another.getAddress().getPort() + "/");
            browser.until(
                    "the answer", any -> browser.driver.getCurrentUrl().startsWith(address) ? Boolean.TRUE : null);
            // it was refused with the login, not for want of one
            assertThat(browser.text()).contains("\"status\":403");
        } finally {
            another.stop(0);
        }
        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("stolen")
                        .count())
                .isZero();
    }
}
