package org.batonrelay.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Leg;
import org.batonrelay.relay.ALead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What {@code /api/openapi.json} says is what {@code /api} does. */
class ApiDescriptionTests extends RunningBaton {

    private static final String DESCRIPTION = "/api/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping calls;

    @Autowired
    private ALead aLead;

    private final ObjectMapper json = new ObjectMapper();
    private JsonNode described;
    private Caller manager;

    @BeforeEach
    void isAskedFor() throws IOException {
        manager = new Caller(port, "manager-1");
        described = json.readTree(manager.get(DESCRIPTION).body());
    }

    @Test
    void isOpenToNobodyWithoutALogin() {
        assertThat(Caller.nobody(port).get(DESCRIPTION).statusCode()).isEqualTo(401);
    }

    @Test
    void isWellFormedOpenApi() {
        JsonSchema schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(described.get("openapi").asText()).startsWith("3.1");
        assertThat(described.at("/components/schemas"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(schemas.validate(it)).isEmpty());
        for (String reference : references(described)) {
            assertThat(described.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void namesEachCallAndNoOther() {
        Set<String> served = new TreeSet<>();
        calls.getHandlerMethods().forEach((call, method) -> served.addAll(routes(call)));

        assertThat(routes(described)).isEqualTo(served);
    }

    @Test
    void namesWhatEachCallCanBeAskedWith() {
        calls.getHandlerMethods()
                .forEach((call, method) -> routes(call).forEach(route -> {
                    Set<String> named = parameters(route).stream()
                            .filter(it -> it.get("in").asText().equals("query"))
                            .map(it -> it.get("name").asText())
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(named).as(route).isEqualTo(taken(route, method));
                }));
    }

    /** With the examples of the description; what comes back holds nothing that it does not name. */
    @Test
    void answersEachGetAsDescribed() throws IOException {
        String reference = aLead.heldBy("ae-1", Leg.DEAL).value();
        for (String route : routes(described)) {
            String path = route.substring(4);
            boolean needsMore = path.contains("{id}") || path.contains("{name}") || path.endsWith("/events");
            if (route.startsWith("GET ") && !needsMore && !path.equals("/api/chat/remembered")) {
                for (String query : List.of("", query(route))) {
                    String asked = path.replace("{reference}", reference) + query;
                    HttpResponse<String> answer = manager.get(asked, "Accept", "application/json");
                    assertThat(answer.statusCode()).as(asked).isEqualTo(200);
                    assertThat(faults(route, answer)).as(asked).isEmpty();
                }
            }
        }
    }

    @Test
    void answersTheExamplesThatAreSentAsDescribed() throws IOException {
        String reference = aLead.heldBy("ae-1", Leg.DEAL).value();
        for (String route : List.of("POST /api/leads", "POST /api/chat")) {
            JsonNode sent = operation(route).at("/requestBody/content").path("application/json");
            assertThat(schema(sent.get("schema")).validate(sent.get("example"))).isEmpty();
            HttpResponse<String> answer =
                    manager.call(route, sent.get("example").toString());
            assertThat(answer.statusCode()).as(route + answer.body()).isEqualTo(201);
            assertThat(faults(route, answer)).as(route).isEmpty();
        }
        for (String route : List.of("POST /api/leads/import", "POST /api/accounts/import")) {
            String list = operation(route)
                    .at("/requestBody/content")
                    .path("text/csv")
                    .get("example")
                    .asText();
            HttpResponse<String> answer =
                    manager.call(route + "?preview=true", "text/csv", list.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(route + answer.body()).isEqualTo(200);
            assertThat(faults(route, answer)).as(route).isEmpty();
        }
        assertThat(manager.get("/api/leads/" + reference + "/chat").statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAsDescribed() throws IOException {
        Map<String, HttpResponse<String>> refused = Map.of(
                "POST /api/leads", manager.call("POST /api/leads", "{\"name\": 7, \"nobody\": true}"),
                "GET /api/leads", manager.get("/api/leads?leg=none"),
                "GET /api/leads/{reference}", manager.get("/api/leads/nobody-0000"),
                "GET /api/figures", manager.get("/api/figures?from=2026-13-01"),
                "GET /api/ledger", new Caller(port, "sdr-1").get("/api/ledger"));

        for (Map.Entry<String, HttpResponse<String>> one : refused.entrySet()) {
            assertThat(one.getValue().statusCode()).as(one.getKey()).isBetween(400, 499);
            assertThat(faults(one.getKey(), one.getValue())).as(one.getKey()).isEmpty();
        }
    }

    private List<String> faults(String route, HttpResponse<String> answer) throws IOException {
        JsonNode response = resolved(operation(route).path("responses").path(String.valueOf(answer.statusCode())));
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode content = response.path("content").path(type);
        if (content.isMissingNode()) {
            return List.of(route + " answers " + answer.statusCode() + " with " + type + ", which is not described");
        }
        return schema(content.get("schema")).validate(json.readTree(answer.body())).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema schema(JsonNode schema) {
        ObjectNode whole = json.createObjectNode();
        whole.set("components", described.get("components"));
        whole.setAll((ObjectNode) schema.deepCopy());
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    }

    private JsonNode operation(String route) {
        String[] parts = route.split(" ");
        return described.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode maybe) {
        return maybe.has("$ref") ? described.at(maybe.get("$ref").asText().substring(1)) : maybe;
    }

    private List<JsonNode> parameters(String route) {
        List<JsonNode> all = new ArrayList<>();
        described.get("paths").get(route.split(" ")[1]).path("parameters").forEach(all::add);
        operation(route).path("parameters").forEach(all::add);
        return all.stream().map(this::resolved).toList();
    }

    private String query(String route) {
        return parameters(route).stream()
                .filter(it -> it.get("in").asText().equals("query") && it.has("example"))
                .map(it -> it.get("name").asText() + "=" + it.get("example").asText())
                .collect(Collectors.joining("&", "?", ""))
                .replaceAll("^\\?$", "");
    }

    private Set<String> taken(String route, HandlerMethod method) {
        Set<String> taken = new TreeSet<>();
        for (var parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == MultiValueMap.class) {
                // what takes all there is says what there is to whoever asks by anything else
                String refusal = new Caller(port, "manager-1")
                        .get(route.substring("GET ".length()) + "?no-such=1")
                        .body();
                taken.addAll(List.of(refusal.replaceAll("(?s).*?there are ([^.]+)\\..*", "$1")
                        .split(", ")));
            } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                taken.add(parameter.getParameter().getName());
            }
        }
        return taken;
    }

    private static Set<String> routes(RequestMappingInfo call) {
        return call.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .flatMap(
                        path -> call.getMethodsCondition().getMethods().stream().map(method -> method + " " + path))
                .collect(Collectors.toSet());
    }

    private static Set<String> routes(JsonNode described) {
        Set<String> routes = new TreeSet<>();
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return routes;
    }

    private static List<String> references(JsonNode node) {
        List<String> found = new ArrayList<>(node.findValuesAsText("$ref"));
        StreamSupport.stream(node.spliterator(), false).forEach(child -> found.addAll(references(child)));
        return found;
    }
}
