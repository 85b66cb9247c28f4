package org.batonrelay.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.engine.form.Choices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P18 of the cases: people are picked by name, and the server still says who will do. */
class WhoToChooseTests extends RunningBaton {

    private static final String START = "/engine-rest/process-definition/key/";

    @Autowired
    Choices choices;

    @Test
    void peopleP18_anAbsenceOffersThePeopleOfTheHouseByName() throws IOException {
        assertThat(offered("ae-1", "absence", "substitute"))
                .containsEntry("ae-1", "Alex Winter (ae-1)")
                .containsKeys("sdr-1", "manager-1")
                .doesNotContainKeys("website", "group:ae");
    }

    @Test
    void peopleP18_movingBatonsOffersTeamsAsWell() throws IOException {
        assertThat(offered("manager-1", "move-batons", "moveFrom"))
                .containsEntry("group:ae", "Team: Account executives")
                .containsKey("ae-1");
        assertThat(offered("manager-1", "move-batons", "moveTo")).containsKeys("group:sdr", "sdr-1");
    }

    @Test
    void peopleP18_partnersAreShownTheirOwnOnly() {
        assertThat(choices.of(Choices.HOLDERS, Set.of("partner"))).containsOnlyKeys("partner-1", "group:partner");
    }

    @Test
    void peopleP18_whoeverIsChosenIsCheckedAllTheSame() {
        HttpResponse<String> answer = new Caller(port, "ae-1").call("POST " + START + "absence/submit-form", """
                        {"variables": {"firstDay": {"value": "2099-01-05", "type": "String"},
                          "lastDay": {"value": "2099-01-06", "type": "String"},
                          "substitute": {"value": "zoe-9", "type": "String"}}}
                        """);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("there is nobody called 'zoe-9'");
    }

    private Map<String, String> offered(String person, String process, String key) throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(new Caller(port, person)
                        .get(START + process + "/deployed-start-form")
                        .body());
        Map<String, String> offered = new LinkedHashMap<>();
        for (JsonNode field : form.path("components")) {
            if (field.path("key").asText().equals(key)) {
                assertThat(field.has("valuesKey")).isFalse();
                field.path("values")
                        .forEach(value -> offered.put(
                                value.path("value").asText(),
                                value.path("label").asText()));
            }
        }
        return offered;
    }
}
