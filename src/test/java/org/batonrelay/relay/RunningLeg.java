package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.HouseDay;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One leg of a lead, started by itself, without the relay around it. */
public abstract class RunningLeg extends RunningBaton {

    @Autowired
    private ALead aLead;

    @Autowired
    protected Batons batons;

    @Autowired
    protected Contacts contacts;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected JdbcClient jdbc;

    protected LeadReference lead;
    private String instance = "";

    /** Starts the process of a leg for a new lead with this holder. */
    protected void runs(String process, Leg leg, String holder, Map<String, Object> more) {
        isHeldBy(holder, leg);
        goesOnWith(process, more);
    }

    /** A new lead with this holder, and no process yet. */
    protected void isHeldBy(String holder, Leg leg) {
        lead = aLead.heldBy(holder, leg);
    }

    /** The same of a client who reads this language, and is as large as that. */
    protected void isHeldBy(String holder, Leg leg, String language, String segment) {
        lead = aLead.heldBy(holder, leg, language, segment);
    }

    /** A new lead with the whole relay around it. */
    protected LeadReference aLeadInRelay() {
        return aLead.inRelay();
    }

    /** Starts a process for the lead at hand. */
    protected void goesOnWith(String process, Map<String, Object> more) {
        Map<String, Object> variables = aLead.variables(lead);
        variables.putAll(more);
        ProcessInstance started = runtime.startProcessInstanceByKey(process, lead.value(), variables);
        instance = started.getId();
    }

    protected String client() {
        return String.valueOf(contacts.main(lead).orElseThrow().email());
    }

    protected void completes(String person, String key, Map<String, Object> values) {
        complete(person, lead.value(), key, new HashMap<>(values));
    }

    protected void fires(String activity) {
        fire(lead.value(), activity);
    }

    /** Runs what was put on its way beside the process, such as notices. */
    protected void errandsRun() {
        errandsOfTheLead().stream().map(Job::getId).forEach(management::executeJob);
    }

    protected List<Job> errandsOfTheLead() {
        return errandsContaining(lead.value()).stream()
                .filter(job -> "errand".equals(((JobEntity) job).getJobHandlerType()))
                .toList();
    }

    protected List<String> open() {
        return tasks.createTaskQuery().processInstanceBusinessKey(lead.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    protected boolean isOver() {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
    }

    /** What the process leaves to the one that called it. */
    protected Object left(String variable) {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(variable)
                .singleResult()
                .getValue();
    }

    protected boolean endedAt(String element) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(element)
                        .finished()
                        .count()
                > 0;
    }

    protected Baton baton() {
        return batons.get(lead);
    }

    protected List<String> onRecord() {
        return ledger.of(lead).stream().map(it -> it.type().id()).toList();
    }

    protected LedgerEntry lastOnRecord(String type) {
        List<LedgerEntry> found = ledger.of(lead).stream()
                .filter(it -> it.type().id().equals(type))
                .toList();
        assertThat(found).as(type + " in " + onRecord()).isNotEmpty();
        return found.get(found.size() - 1);
    }

    /** Nothing was done for so many days. */
    protected void staysQuietFor(int days) {
        jdbc.sql("update baton set last_done_at = :past, holder_since = :past, next_step_on = null"
                        + " where reference = :reference")
                .param("past", HouseDay.daysAgo(days))
                .param("reference", lead.value())
                .update();
    }

    protected static String day(int ahead) {
        return HouseDay.today().plusDays(ahead).toString();
    }

    /** Ten o'clock UTC on a day ahead, as a form sends it. */
    protected static String time(int daysAhead) {
        return HouseDay.tenOnTheDay(daysAhead).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx"));
    }

    protected static Map<String, Object> aSummary() {
        return Map.of(
                "currentSituation", "Two plants, one of them on paper.",
                "timeline", "A decision before Easter.",
                "nextSteps", "A demonstration on site.",
                "nextStepOn", day(10));
    }
}
