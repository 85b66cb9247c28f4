package org.batonrelay.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.batonrelay.RunningBaton;
import org.batonrelay.team.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Against a server that speaks as Salesforce's documentation says. */
class SalesforceAccountsTests extends RunningBaton {

    private static final String ONE = """
            {"totalSize": 1, "done": true, "records": [{
              "attributes": {"type": "Account", "url": "/services/data/v62.0/sobjects/Account/001A"},
              "Id": "001A", "Name": "Sforce AG", "Website": "https://www.sforce.example/de", "BillingCountry": "Germany",
              "Named_Account__c": true, "Industry": "Energy",
              "Owner": {"attributes": {"type": "User"}, "Username": "ae-2", "Email": "x@house.example", "IsActive": true}}]}
            """;

    @Autowired
    People people;

    @Autowired
    Clock clock;

    @Autowired
    Accounts own;

    private final List<String> logins = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private HttpServer server;
    private String answer = ONE;
    private int status = 200;
    private String validToken = "token-1";

    @BeforeEach
    void salesforceRuns() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/services/oauth2/token", call -> {
            logins.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            write(
                    call,
                    200,
                    "{\"access_token\": \"" + validToken
                            + "\", \"instance_url\": \"https://acme.my.salesforce.com\", \"token_type\": \"Bearer\"}");
        });
        server.createContext("/services/data/v62.0/query", call -> {
            questions.add(URLDecoder.decode(call.getRequestURI().getRawQuery().substring(2), StandardCharsets.UTF_8));
            boolean known =
                    ("Bearer " + validToken).equals(call.getRequestHeaders().getFirst("Authorization"));
            write(call, known ? status : 401, known ? answer : "[{\"errorCode\": \"INVALID_SESSION_ID\"}]");
        });
        server.start();
    }

    @AfterEach
    void salesforceStops() {
        server.stop(0);
    }

    @Test
    void findsAnAccountByItsWebsiteWithItsOwnerHere() {
        List<Account> accounts = salesforce().at("sforce.example");

        assertThat(accounts).containsExactly(new Account("001A", "Sforce AG", "ae-2", "Energy", "Germany", true));
        assertThat(logins).containsExactly("grant_type=client_credentials&client_id=an+id&client_secret=a%26secret");
        assertThat(questions)
                .containsExactly(
                        "SELECT Id, Name, Website, BillingCountry, Owner.Username, Owner.Email, Owner.IsActive,"
                                + " Named_Account__c, Industry FROM Account WHERE Website LIKE '%sforce.example%' ORDER BY"
                                + " Name, Id LIMIT 50");
    }

    @Test
    void takesNoAccountWhoseWebsiteOnlyContainsTheDomain() {
        assertThat(salesforce().at("force.example")).isEmpty();
    }

    @Test
    void letsNoDomainBreakOutOfTheQuestion() {
        salesforce().at("x' OR Name LIKE '%_\\");

        assertThat(questions.get(0)).contains("LIKE '%x\\' OR Name LIKE \\'\\%\\_\\\\%' ORDER");
    }

    @Test
    void believesAnAnswerForAWhile() {
        SalesforceAccounts salesforce = salesforce();

        salesforce.at("sforce.example");
        salesforce.at("sforce.example");

        assertThat(questions).hasSize(1);
    }

    @Test
    void logsInAgainWhenItsTokenIsRefused() {
        SalesforceAccounts salesforce = salesforce();
        salesforce.at("other.example");
        validToken = "token-2";

        assertThat(salesforce.at("sforce.example")).hasSize(1);
        assertThat(logins).hasSize(2);
    }

    @Test
    void givesNothingWhereSalesforceFailsAndThenLeavesItAlone() {
        status = 500;
        SalesforceAccounts salesforce = salesforce();

        assertThat(salesforce.at("sforce.example")).isEmpty();
        assertThat(salesforce.at("other.example")).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void givesNothingWhereTheAnswerIsNone() {
        answer = "<html>maintenance</html>";

        assertThat(salesforce().at("sforce.example")).isEmpty();
    }

    @Test
    void givesNothingWhereNobodyListens() {
        server.stop(0);

        assertThat(salesforce().at("sforce.example")).isEmpty();
    }

    @Test
    void namesNoOwnerWhoHasLeftThereOrIsUnknownHere() {
        answer = ONE.replace("\"IsActive\": true", "\"IsActive\": false");
        assertThat(salesforce().at("sforce.example").get(0).owner()).isNull();

        answer = ONE.replace("ae-2", "stranger@acme.com");
        assertThat(salesforce().at("sforce.example").get(0).owner()).isNull();
    }

    @Test
    void isAskedAfterTheHousesOwnDirectory() {
        own.add(new NewAccount("Own First", Set.of("own-first.example"), null, null, null, false, null));
        AccountMatching matching = new AccountMatching(List.of(own, salesforce()));

        assertThat(matching.of(Optional.of("own-first.example"), "Own First", null))
                .hasValueSatisfying(match -> assertThat(match.directory()).isEqualTo("own"));
        assertThat(questions).isEmpty();
        assertThat(matching.of(Optional.of("sforce.example"), "Sforce", null))
                .hasValueSatisfying(match ->
                        assertThat(match.inWords()).isEqualTo("Sforce AG (matched by mail domain sforce.example)"));
    }

    private SalesforceAccounts salesforce() {
        return new SalesforceAccounts(
                new SalesforceCalls(
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                        "an id",
                        "a&secret",
                        Duration.ofSeconds(10)),
                new SalesforceQuery("Named_Account__c", "Industry"),
                people,
                clock);
    }

    private static void write(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }
}
