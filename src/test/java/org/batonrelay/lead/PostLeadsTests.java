package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.batonrelay.RunningBaton;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostLeadsTests extends RunningBaton {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    Contacts contacts;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void answersWithTheReferenceAndItsPlace() {
        HttpResponse<String> answer = post(lead("Ann Post", "ann@post-a.example", "Post A GmbH"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/leads/post-a-0001");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"reference\":\"post-a-0001\"}");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("post-a-0001")
                        .processDefinitionKey("relay")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void recordsWhoPostedIt() {
        LeadReference reference = reference(post(lead("Ann", "ann@post-b.example", "Post B")));

        assertThat(ledger.of(reference))
                .filteredOn(it -> it.type() == EntryType.LEAD_CAPTURED)
                .extracting(LedgerEntry::actor)
                .containsExactly("website");
    }

    @Test
    void joinsTheRunningRelayOfTheOrganisation() {
        LeadReference first = reference(post(lead("Ann", "ann+fair@post-c.example", "Post C")));

        HttpResponse<String> samePerson = post(lead("Ann", "Ann@Post-C.example", "Post C"));
        HttpResponse<String> colleague = post(lead("Bob", "bob@post-c.example", "Another name"));

        assertThat(samePerson.statusCode()).isEqualTo(200);
        assertThat(colleague.statusCode()).isEqualTo(200);
        assertThat(reference(samePerson)).isEqualTo(first);
        assertThat(reference(colleague)).isEqualTo(first);
        assertThat(colleague.headers().firstValue("Location")).contains("/api/leads/" + first);
        assertThat(contacts.of(first)).extracting(Contact::name).containsExactly("Ann", "Bob");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(first.value())
                        .processDefinitionKey("relay")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void answersARepeatedKeyAsItDidBefore() {
        String lead = lead("Ann", "ann@post-d.example", "Post D");
        HttpResponse<String> first = post(lead, "Idempotency-Key", "d-1");

        HttpResponse<String> again = post(lead, "Idempotency-Key", "d-1");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(ledger.of(reference(first)))
                .extracting(LedgerEntry::type)
                .doesNotContain(EntryType.LEAD_JOINED, EntryType.LEAD_TOUCHED);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherLead() {
        post(lead("Ann", "ann@post-e.example", "Post E"), "Idempotency-Key", "e-1");

        HttpResponse<String> other =
                post(lead("Ann", "ann@post-e-other.example", "Post E other"), "Idempotency-Key", "e-1");

        assertThat(problem(other, 422).get("detail").asText()).contains("Idempotency-Key");
        assertThat(count("contact where domain = 'post-e-other.example'")).isZero();
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() {
        HttpResponse<String> first = post(lead("Ann", "ann@post-f.example", "Post F"), "Idempotency-Key", "f-1");
        HttpResponse<String> second = send(request(
                lead("Ann", "ann@post-g.example", "Post G"),
                "application/json",
                "marketing-1",
                "Idempotency-Key",
                "f-1"));

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(reference(second)).isNotEqualTo(reference(first));
    }

    @Test
    void startsOneRelayForTheSameKeyPostedManyTimesAtOnce() {
        String lead = lead("Ann", "ann@post-h.example", "Post H");
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 6)
                .mapToObj(number -> client.sendAsync(
                        request(lead, "application/json", "website", "Idempotency-Key", "h-1"),
                        BodyHandlers.ofString()))
                .toList();

        assertThat(sent).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(201);
            assertThat(reference(answer.join()).value()).isEqualTo("post-h-0001");
        });
        assertThat(ledger.of(new LeadReference("post-h-0001")))
                .extracting(LedgerEntry::type)
                .doesNotContain(EntryType.LEAD_JOINED);
    }

    @Test
    void startsOneRelayForManyOfOneOrganisationAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 12)
                .mapToObj(number -> client.sendAsync(
                        request(
                                lead("Person " + number, "p" + number + "@post-i.example", "Post I"),
                                "application/json",
                                "website"),
                        BodyHandlers.ofString()))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(200, 201)
                .containsOnlyOnce(201);
        assertThat(count("lead where domain = 'post-i.example'")).isEqualTo(1);
    }

    @Test
    void takesACrowdOfOrganisationsOneAfterTheOther() {
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, 24)
                .mapToObj(number -> client.sendAsync(
                        request(
                                lead("Person", "p@crowd-" + number + ".example", "Crowd " + number),
                                "application/json",
                                "website"),
                        BodyHandlers.ofString()))
                .toList();

        assertThat(sent.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .containsOnly(201);
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        assertRefused(
                """
                {"name": 7, "organisation": "  ", "email": "not an address", "colour": "red",
                 "wantsContact": "yes", "contactNotBefore": "next week", "language": "Deutsch bitte"}
                """,
                Map.of(
                        "name", "text",
                        "organisation", "missing",
                        "email", "address",
                        "colour", "no field",
                        "wantsContact", "true or false",
                        "contactNotBefore", "2026-12-24",
                        "language", "code"));
    }

    @Test
    void asksForWhatIsMissing() {
        assertRefused("{}", Map.of("name", "missing", "email", "missing", "organisation", "missing"));
        assertRefused(
                "{\"name\": null, \"email\": null, \"organisation\": null}",
                Map.of("name", "missing", "email", "missing", "organisation", "missing"));
    }

    @Test
    void refusesANameOfTenKilobytes() {
        assertRefused(lead("x".repeat(10_240), "ann@long.example", "Long"), Map.of("name", "200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann\\r\\nBcc: all@bad.example",
                "Ann\\u0000",
                "Ann\\u001b[31m",
                "Ann\\u2028Bob",
                "Ann\\u202Emoc.live",
                "Ann\\ud800",
                "---"
            })
    void refusesANameThatIsNone(String name) {
        assertRefused(lead(name, "ann@bad-name.example", "Bad name"), Map.of("name", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ann", "ann@", "@x.example", "a b@x.example", "ann@x.example\\nBcc: b@x.example", "ann@localhost"
            })
    void refusesAnAddressThatIsNone(String email) {
        assertRefused(lead("Ann", email, "Bad address"), Map.of("email", "address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "24.12.2026", "2026-12-24T10:00:00Z", "+99999-01-01", "9999-12-31"})
    void refusesADateThatIsNone(String date) {
        assertRefused("""
                {"name": "Ann", "email": "ann@bad-date.example", "organisation": "Bad", "contactNotBefore": "%s"}
                """.formatted(date), Map.of("contactNotBefore", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "null",
                "{\"name\": ",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{} {}",
                "name=Ann",
                "\u0000"
            })
    void refusesWhatIsNoJsonObject(String body) {
        long before = traces();

        JsonNode problem = problem(post(body), 400);

        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void refusesALeadOfAMegabyte() {
        problem(post(lead("Ann", "ann@huge.example", "x".repeat(1024 * 1024))), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "text/json"})
    void refusesAnotherContentType(String type) {
        long before = traces();

        problem(send(request(lead("Ann", "ann@other-type.example", "Other"), type, "website")), 415);

        assertThat(traces()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "sdr-1, 403",
        "ae-1, 403",
        "partner-1, 403",
        "process-owner-1, 403",
        "marketing-1, 201",
        "manager-1, 201"
    })
    void takesLeadsOnlyFromThoseWhoBringThem(String user, int status) {
        String lead = lead("Ann", "ann@by-" + user + ".example", "By " + user);

        HttpResponse<String> answer = send(request(lead, "application/json", user));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(count("lead where domain = 'by-" + user + ".example'")).isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void refusesAStranger() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/leads"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(lead("Ann", "ann@stranger.example", "Stranger")))
                .build();

        problem(send(request), 401);
        assertThat(count("lead where domain = 'stranger.example'")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "with space"})
    void refusesAKeyThatCannotBeKept(String key) {
        problem(post(lead("Ann", "ann@bad-key.example", "Bad key"), "Idempotency-Key", key), 400);
        assertThat(count("lead where domain = 'bad-key.example'")).isZero();
    }

    @Test
    void keepsMarkupAndLettersOfTheWorldAsTheyWereWritten() {
        LeadReference reference =
                reference(post(lead("<b>Ann</b> Ørsted-Łuczak 李", "ann@markup.example", "Markup & Söhne <script>")));

        assertThat(contacts.main(reference)).map(Contact::name).contains("<b>Ann</b> Ørsted-Łuczak 李");
        assertThat(reference.value()).startsWith("markup-soehne-script-");
    }

    private void assertRefused(String body, Map<String, String> expected) {
        long before = traces();

        JsonNode problem = problem(post(body), 400);

        Map<String, String> said = new TreeMap<>();
        problem.get("errors")
                .forEach(it ->
                        said.put(it.get("field").asText(), it.get("message").asText()));
        assertThat(said.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        said.forEach((field, message) -> assertThat(message).contains(expected.get(field)));
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(traces()).isEqualTo(before);
    }

    private JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        try {
            JsonNode problem = json.readTree(answer.body());
            assertThat(problem.get("status").asInt()).isEqualTo(status);
            return problem;
        } catch (Exception e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** Everything that a lead leaves behind. */
    private long traces() {
        return count("lead")
                + count("contact")
                + count("lead_fact")
                + count("lead_number")
                + count("ledger")
                + count("capture_key")
                + count("baton")
                + history.createHistoricProcessInstanceQuery().count();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private LeadReference reference(HttpResponse<String> answer) {
        try {
            return new LeadReference(
                    json.readTree(answer.body()).get("reference").asText());
        } catch (Exception e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private HttpResponse<String> post(String body, String... headers) {
        return send(request(body, "application/json", "website", headers));
    }

    private HttpRequest request(String body, String type, String user, String... headers) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/leads"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A lead as JSON; the texts are put in as they stand, escapes included. */
    private static String lead(String name, String email, String organisation) {
        return "{\"name\": \"%s\", \"email\": \"%s\", \"organisation\": \"%s\"}".formatted(name, email, organisation);
    }
}
