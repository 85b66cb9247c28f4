package org.batonrelay.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DoorsTests extends RunningBaton {

    private static final Pattern OPEN = Pattern.compile(
            "GET /|GET /favicon.ico|GET /actuator/health.*|\\w+ /c/.*|\\w+ /mailbox.*|POST /api/slack/events|POST /api/signatures"
                    + "|\\w+ /api/chat.*|GET /chat.js|\\w+ /login|\\w+ /lost-link");

    @Autowired
    ApplicationContext context;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void showsAWayOnToWhoeverMayNotEnterAWebApp() {
        Caller rep = new Caller(port, "ae-1");
        rep.enterTasklist();

        for (String app : List.of("cockpit", "admin")) {
            HttpResponse<String> shut = rep.get("/camunda/app/" + app + "/default/", "Accept", "text/html");
            assertThat(shut.statusCode()).as(app).isEqualTo(403);
            assertThat(shut.body()).contains("This page is not open to you", "href=\"/\"");
        }
    }

    @Test
    void refusesEveryRouteToAStranger() {
        List<String> routes = new ArrayList<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> routes.addAll(calls(info))));
        routes.addAll(
                List.of("GET /actuator", "GET /actuator/env", "GET /nowhere", "POST /nowhere", "GET /h2-console"));
        assertThat(routes)
                .filteredOn(route -> !OPEN.matcher(route).matches())
                .allSatisfy(route ->
                        assertThat(call(route, null).statusCode()).as(route).isIn(refusals(route)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine-rest/engine",
                "GET /engine-rest/engine/default/task",
                "GET /engine-rest",
                "GET /engine-rest/",
                "GET /engine-rest/task",
                "GET /engine-rest/task/count",
                "GET /engine-rest/version",
                "GET /engine-rest/user",
                "POST /engine-rest/process-definition/key/relay/start",
                "POST /engine-rest/deployment/create",
                "OPTIONS /engine-rest/user",
                "POST /camunda/api/engine/engine/",
                "GET /camunda/api/engine/engine",
                "GET /camunda/api/engine/engine/default",
                "GET /camunda/api/engine/engine/default/user",
                "GET /camunda/api/engine/engine/default/task",
                "GET /camunda/api/engine/engine/default/identity/password-policy",
                "POST /camunda/api/engine/engine/default/identity/password-policy",
                "GET /camunda/api/admin/plugin/license/default/check-key",
                "GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "GET /camunda/api/tasklist/plugin/base/default/anything",
                "GET /camunda/api/welcome/anything",
                "POST /camunda/api/admin/setup/default/user/create",
            })
    void refusesTheEngineToAStranger(String route) {
        assertThat(call(route, null).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodySetsUpAnAdministratorThroughTheWebApps() {
        logIn("admin");
        assertThat(call("POST /camunda/api/admin/setup/default/user/create", null)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /camunda/app/tasklist/default/",
                "GET /camunda/app/cockpit/default/",
                "GET /camunda/app/admin/default/",
                "GET /camunda/app/tasklist/camunda-tasklist-bootstrap.js",
                "GET /camunda/api/engine/engine/",
                "GET /actuator/health"
            })
    void opensTheLoginPagesAndTheStateOfHealth(String route) {
        assertThat(call(route, null).statusCode()).isEqualTo(200);
    }

    @Test
    void doorsD3_saysThatItWasAskedForElsewhere() {
        HttpResponse<String> answer =
                new Caller(port, "manager-1").postJson("/api/leads", "{}", "Origin", "http://other.example");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("a page of another site").doesNotContain("Your login may not");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, /login?to=/",
        "ae-1, /camunda/app/tasklist/default/",
        "partner-1, /camunda/app/tasklist/default/",
        "manager-1, /leads",
        "process-owner-1, /camunda/app/cockpit/default/",
        "admin, /camunda/app/welcome/default/"
    })
    void bringsTheBareAddressToWhatSomebodyWorksWith(String person, String place) {
        HttpResponse<String> answer =
                (person.equals("nobody") ? Caller.nobody(port) : new Caller(port, person)).get("/");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(place);
    }

    @ParameterizedTest
    @CsvSource({
        "sdr-1, GET /engine-rest/engine, 200",
        "sdr-1, GET /actuator/prometheus, 403",
        "website, GET /actuator/prometheus, 403",
        "sdr-1, POST /api/leads, 403",
        "partner-1, POST /api/leads, 403",
        "website, POST /api/leads/import, 403",
        "sdr-1, GET /api/figures, 403",
        "sdr-1, GET /api/ledger, 403",
        "admin, GET /nowhere, 403",
    })
    void letsEachRoleThroughItsOwnDoors(String person, String route, int status) {
        assertThat(call(route, person).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"website", "marketing-1", "manager-1"})
    void letsLeadSourcesMarketingAndManagersPostLeads(String person) {
        assertThat(call("POST /api/leads", person).statusCode()).isNotIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager-1", "admin"})
    void showsTheMetricsToManagersAndAdministrators(String person) {
        assertThat(call("GET /actuator/prometheus", person).statusCode()).isNotIn(401, 403);
    }

    @Test
    void letsNothingInThatADatabaseCannotStore() {
        HttpResponse<String> answer = new Caller(port, "manager-1").get("/api/leads?q=a%00b");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void saysInASentenceThatALoginIsMissing() {
        HttpResponse<String> answer = call("GET /api/leads", null);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic realm=\"Baton\"");
        assertThat(answer.body()).contains("\"status\":401", "Log in with your user name and password");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void saysInASentenceThatALoginIsNotEnough() {
        HttpResponse<String> answer = call("POST /api/leads", "sdr-1");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":403", "may not do this");
    }

    @Test
    void letsNoBrowserAskForAPasswordWhereNoneHelps() {
        assertThat(call("GET /nowhere", null).headers().firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void refusesWhatAPageOfAnotherSiteWantsChanged() {
        HttpRequest request = request("POST /engine-rest/deployment/create", "process-owner-1")
                .header("Sec-Fetch-Site", "cross-site")
                .build();
        assertThat(send(request).statusCode()).isEqualTo(403);
    }

    @Test
    void doorsD3_refusesAFormOfAnotherSiteOverPlainHttp() {
        HttpRequest request = request("POST /engine-rest/deployment/create", "process-owner-1")
                .header("Origin", "http://other.example")
                .build();
        assertThat(send(request).statusCode()).isEqualTo(403);
        HttpRequest tasklist = request("POST /camunda/api/engine/engine/default/task", null)
                .header("Origin", "http://other.example")
                .build();
        logIn("sdr-1");
        assertThat(send(tasklist).statusCode()).isEqualTo(403);
    }

    /** The first people move in before a start is over. */
    @Test
    void isHealthyOnlyOncePeopleCanLogIn() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(call("GET /actuator/health", null).statusCode()).isEqualTo(503);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(call("GET /actuator/health", null).statusCode()).isEqualTo(200);
    }

    /** A hundred of them, all from this machine, while people go on working. */
    @Test
    void doorsD2_slowBodiesChangeNothingForOthers() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket("127.0.0.1", port);
                socket.getOutputStream()
                        .write(("POST /c/some-token/confirm HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n"
                                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\na")
                                .getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            Caller rep = new Caller(port, "sdr-1");

            assertThat(call("GET /actuator/health", null).statusCode()).isEqualTo(200);
            for (int i = 0; i < 20; i++) {
                assertThat(rep.postJson("/engine-rest/task/count", "{}").statusCode())
                        .isEqualTo(200);
            }
            // the first of them is told in the end, and let go
            slow.get(0).setSoTimeout(30_000);
            String told = new String(slow.get(0).getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(told).isEqualTo("HTTP/1.1 408");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void takesABodyInPiecesAsAnyOther() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String login = Base64.getEncoder().encodeToString("sdr-1:sdr-1".getBytes());
            socket.getOutputStream()
                    .write(("POST /engine-rest/task/count HTTP/1.1\r\nHost: 127.0.0.1:" + port
                                    + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n"
                                    + "Content-Type: application/json\r\nAuthorization: Basic " + login
                                    + "\r\n\r\n1\r\n{\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getOutputStream().write("1\r\n}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .contains("{\"count\":");
        }
    }

    @Test
    void doorsD4_refusesWhatIsTooMuchForOneQuestion() {
        Caller rep = new Caller(port, "sdr-1");

        assertThat(rep.get("/engine-rest/task?maxResults=1000000").body()).contains("at most 2000 results");
        assertThat(rep.postJson("/engine-rest/task", "{\"orQueries\":[".repeat(40) + "]}".repeat(40))
                        .body())
                .contains("nested more than 30 deep");
        String ids = "\"a\",".repeat(3_000);
        HttpResponse<String> many =
                rep.postJson("/engine-rest/task", "{\"taskIdIn\":[" + ids.substring(0, ids.length() - 1) + "]}");
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(many.body()).contains("at most 2000 conditions");
        assertThat(rep.postJson("/engine-rest/task", "{\"name\":\"" + "a".repeat(600_000) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(rep.postJson("/engine-rest/task", "{\"a\":").statusCode()).isEqualTo(400);
        assertThat(rep.postJson("/engine-rest/task", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void doorsD6_asksWhoeverGuessesToWaitAndLetsOthersIn() {
        Caller other = new Caller(port, "csm-1");
        for (int i = 0; i < 5; i++) {
            assertThat(wrong("guessed-1").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> slowed = wrong("guessed-1");

        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        assertThat(slowed.body()).contains("Too many wrong passwords from your address");
        assertThat(other.get("/engine-rest/task/count").statusCode()).isEqualTo(200);

        assertThat(new Caller(port, "admin")
                        .call("POST /engine-rest/user/guessed-1/unlock")
                        .statusCode())
                .isIn(204, 404);
    }

    @Test
    void doorsD6_whoHasLeftComesInNoMore() {
        User user = identity.newUser("gone-1");
        user.setPassword("gone-1");
        identity.saveUser(user);
        identity.createMembership("gone-1", "sdr");
        Caller gone = new Caller(port, "gone-1");
        assertThat(gone.get("/engine-rest/task/count").statusCode()).isEqualTo(200);

        identity.createMembership("gone-1", "left");

        assertThat(gone.get("/engine-rest/task/count").statusCode()).isEqualTo(401);
        assertThat(gone.enterTasklist().statusCode()).isEqualTo(401);
        identity.deleteUser("gone-1");
    }

    @Test
    void peopleP17_theLoginPageComesBack() {
        HttpResponse<String> sent = send(request("GET /leads/nowhere-0001?tab=files", null)
                .header("Accept", "text/html")
                .build());
        assertThat(sent.statusCode()).isEqualTo(302);
        String login = sent.headers().firstValue("Location").orElseThrow();
        assertThat(login).endsWith("/login?to=%2Fleads%2Fnowhere-0001%3Ftab%3Dfiles");
        assertThat(sent.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(call("GET /login?to=%2Fleads%2Fnowhere-0001%3Ftab%3Dfiles", null)
                        .body())
                .contains("value=\"/leads/nowhere-0001?tab=files\"");

        assertThat(enter("sdr-1", "wrong", "/leads/nowhere-0001").body())
                .contains("That name and password do not belong together");
        HttpResponse<String> back = enter("sdr-1", "sdr-1", "/leads/nowhere-0001?tab=files");

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("Location").orElseThrow()).endsWith("/leads/nowhere-0001?tab=files");
        assertThat(call("GET /leads/nowhere-0001", null).statusCode()).isEqualTo(404);
        assertThat(call("GET /camunda/api/engine/engine/default/task/count", null)
                        .statusCode())
                .as("Tasklist is open, too")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//other.example/", "https://other.example/", "/\\other.example", ""})
    void theLoginPageLeadsNowhereElse(String to) {
        assertThat(enter("sdr-1", "sdr-1", to).headers().firstValue("Location").orElseThrow())
                .matches("(http://127.0.0.1:\\d+)?/");
    }

    @Test
    void knowsTheEnginesCallerOnlyDuringTheCall() {
        assertThat(call("GET /engine-rest/task/count", "sdr-1").statusCode()).isEqualTo(200);
        assertThat(call("GET /engine-rest/task/count", null).statusCode()).isEqualTo(401);
    }

    @Test
    void opensLeadPagesToWhoeverIsLoggedInToTasklist() {
        assertThat(call("GET /leads/nowhere-0001", null).statusCode()).isEqualTo(401);
        logIn("sdr-1");
        assertThat(call("GET /leads/nowhere-0001", null).statusCode()).isNotIn(401, 403, 500);
    }

    @Test
    void keepsTheSessionOfTheWebApps() {
        logIn("sdr-1");
        String session = cookie("JSESSIONID");
        assertThat(call("GET /camunda/api/engine/engine/default/task/count", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("GET /leads/nowhere-0001", null).statusCode()).isNotEqualTo(401);
        assertThat(cookie("JSESSIONID")).isEqualTo(session);
    }

    @Test
    void renewsTheSessionAtTheLogin() {
        call("GET /camunda/app/tasklist/default/", null);
        String before = cookie("JSESSIONID");
        logIn("sdr-1");
        assertThat(cookie("JSESSIONID")).isNotEqualTo(before);
    }

    @Test
    void opensLeadPagesToABrowsersOwnPrompt() {
        assertThat(call("GET /leads/nowhere-0001", "sdr-1").statusCode()).isNotIn(401, 403, 500);
    }

    @Test
    void asksForTheTokenOfThePageWhenALeadPageIsPosted() {
        logIn("sdr-1");
        assertThat(call("POST /leads/nowhere-0001", null).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/leads/nowhere-0001", "/c/no-such-token", "/api/leads"})
    void keepsPagesOutOfCachesAndForeignFrames(String path) {
        HttpResponse<String> answer = call("GET " + path, "sdr-1");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'self'");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }

    private void logIn(String person) {
        send(request("GET /camunda/app/tasklist/default/", null).build());
        HttpResponse<String> answer = send(request("POST /camunda/api/admin/auth/user/default/login/tasklist", null)
                .POST(BodyPublishers.ofString("username=" + person + "&password=" + person))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> enter(String person, String password, String to) {
        return send(request("POST /login", null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + person + "&password=" + password + "&to="
                        + URLEncoder.encode(to, StandardCharsets.UTF_8)))
                .build());
    }

    private HttpResponse<String> wrong(String person) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/engine-rest/task/count"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((person + ":wrong").getBytes()))
                .build());
    }

    private String cookie(String name) {
        return ((CookieManager) browser.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(cookie -> cookie.getValue())
                        .findFirst()
                        .orElse("");
    }

    private HttpResponse<String> call(String route, String person) {
        return send(request(route, person).build());
    }

    private HttpRequest.Builder request(String route, String person) {
        String[] parts = route.split(" ", 2);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + parts[1]))
                .method(parts[0], BodyPublishers.noBody());
        if (person != null) {
            request.header(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString((person + ":" + person).getBytes()));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(request.toString(), e);
        }
    }

    /** Of a page that is posted, its token is missed before the login. */
    private static List<Integer> refusals(String route) {
        return route.startsWith("POST /leads") || route.startsWith("POST /offers") ? List.of(401, 403) : List.of(401);
    }

    private static List<String> calls(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Stream<String> names =
                methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
        return names.flatMap(method -> info.getPatternValues().stream()
                        .map(path -> method + " " + path.replaceAll("\\{[^}]*}|\\*+", "x")))
                .toList();
    }
}
