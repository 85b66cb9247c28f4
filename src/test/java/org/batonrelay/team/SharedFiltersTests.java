package org.batonrelay.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What each person finds in the lists of Tasklist, asked as Tasklist asks. */
class SharedFiltersTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    ObjectMapper json;

    @Test
    void showsAnOfferToThoseItIsMadeTo() throws Exception {
        String task = offered().getId();
        assertThat(tasksIn("Offered to my team", "ae-1")).contains(task);
        assertThat(tasksIn("Offered to my team", "ae-2")).contains(task);
        assertThat(tasksIn("Offered to my team", "sdr-2")).doesNotContain(task);
        assertThat(tasksIn("Everybody's", "manager-1")).contains(task);
    }

    @Test
    void movesWhatSomebodyClaimsToTheirOwnList() throws Exception {
        String task = offered().getId();
        as("ae-1", () -> tasks.claim(task, "ae-1"));
        assertThat(tasksIn("Mine", "ae-1")).contains(task);
        assertThat(tasksIn("Offered to my team", "ae-2")).doesNotContain(task);
        assertThat(tasksIn("Mine", "ae-2")).doesNotContain(task);
    }

    @Test
    void showsYellowWhatFliesAFlag() throws Exception {
        Task task = offered();
        assertThat(tasksIn("Yellow", "ae-1")).doesNotContain(task.getId());
        batons.raise(reference(task), Flag.ONE_CONTACT, "only Anna");
        assertThat(tasksIn("Yellow", "ae-1")).contains(task.getId());
        assertThat(tasksIn("Yellow", "sdr-2")).doesNotContain(task.getId());
        assertThat(tasksIn("Everybody's yellow", "manager-1")).contains(task.getId());
        batons.clear(reference(task), Flag.ONE_CONTACT, "Bert as well");
        assertThat(tasksIn("Yellow", "ae-1")).doesNotContain(task.getId());
    }

    @Test
    void showsOverdueWhatIsLate() throws Exception {
        Task task = offered();
        assertThat(tasksIn("Overdue", "ae-1")).doesNotContain(task.getId());
        task.setDueDate(Date.from(Instant.now().minusSeconds(60)));
        tasks.saveTask(task);
        assertThat(tasksIn("Overdue", "ae-1")).contains(task.getId());
        assertThat(tasksIn("Overdue", "sdr-2")).doesNotContain(task.getId());
    }

    @Test
    void showsClientAndLegOnEachRowAndRefreshesItself() throws Exception {
        Task task = offered();
        JsonNode filter = filter("Offered to my team", "ae-1");
        assertThat(filter.at("/properties/refresh").asBoolean()).isTrue();
        assertThat(filter.at("/properties/variables").findValuesAsText("name"))
                .containsExactly("organisation", "about", "leg");
        String rows = new Caller(port, "ae-1")
                .call("GET /engine-rest/variable-instance?variableName=organisation&processInstanceIdIn="
                        + task.getProcessInstanceId())
                .body();
        assertThat(rows).contains("Client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"process-owner-1", "website"})
    void offersNoListsToThoseWithoutTasks(String person) throws Exception {
        assertThat(json.readTree(
                        new Caller(port, person).call("GET /engine-rest/filter").body()))
                .isEmpty();
    }

    private List<String> tasksIn(String filter, String person) throws Exception {
        String body = new Caller(port, person)
                .call("GET /engine-rest/filter/"
                        + filter(filter, person).get("id").asText() + "/list")
                .body();
        List<String> ids = new ArrayList<>();
        json.readTree(body).forEach(task -> ids.add(task.get("id").asText()));
        return ids;
    }

    private JsonNode filter(String name, String person) throws Exception {
        JsonNode filters = json.readTree(
                new Caller(port, person).call("GET /engine-rest/filter").body());
        for (JsonNode filter : filters) {
            if (filter.get("name").asText().equals(name)) {
                return filter;
            }
        }
        throw new AssertionError(person + " has no list " + name);
    }

    private Task offered() {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(lead, "Demo", LocalDate.of(2027, 1, 4));
        Map<String, Object> variables = aLead.variables(lead);
        variables.putAll(
                Map.of("exchange", "sdr-to-ae", "giver", "sdr-1", "receiver", "group:ae", "priority", "normal"));
        runtime.startProcessInstanceByKey("handoff", lead.value(), variables);
        return task(lead.value(), "takeBaton");
    }

    private LeadReference reference(Task task) {
        return new LeadReference(
                runtime.getVariable(task.getProcessInstanceId(), "reference").toString());
    }
}
