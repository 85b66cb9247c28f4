package org.batonrelay.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Intake;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A lead that sdr-1 holds and has talked to, a process that lets them write the summary, and a client's browser. */
public abstract class TalkingBaton extends RunningBaton {

    private static final String TALK = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                         xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <message id="written" name="summaryWritten"/>
              <message id="settled" name="summarySettled"/>
              <process id="talk" isExecutable="true">
                <startEvent id="talked"/>
                <sequenceFlow id="a" sourceRef="talked" targetRef="writeSummary"/>
                <userTask id="writeSummary" camunda:formRef="write-summary" camunda:formRefBinding="latest"
                          camunda:assignee="${holder}">
                  <extensionElements>
                    <camunda:taskListener event="create" delegateExpression="${prefillSummary}"/>
                  </extensionElements>
                </userTask>
                <sequenceFlow id="b" sourceRef="writeSummary" targetRef="announce"/>
                <intermediateThrowEvent id="announce">
                  <messageEventDefinition messageRef="written" camunda:delegateExpression="${announceSummary}"/>
                </intermediateThrowEvent>
                <sequenceFlow id="c" sourceRef="announce" targetRef="wait"/>
                <intermediateCatchEvent id="wait"><messageEventDefinition messageRef="settled"/></intermediateCatchEvent>
                <sequenceFlow id="d" sourceRef="wait" targetRef="over"/>
                <endEvent id="over"/>
              </process>
            </definitions>
            """;

    private static int leads;

    @Autowired
    private ALead aLead;

    @Autowired
    protected RepositoryService repository;

    @Autowired
    protected Intake intake;

    @Autowired
    protected Contacts contacts;

    @Autowired
    protected ContactLinks links;

    @Autowired
    protected Batons batons;

    @Autowired
    protected Ledger ledger;

    @Autowired
    protected Summaries summaries;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    protected final HttpClient browser = HttpClient.newHttpClient();
    protected LeadReference reference;
    protected Contact anna;

    @BeforeEach
    void somebodyHasTalked() {
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("talk")
                        .count()
                == 0) {
            repository.createDeployment().addString("talk.bpmn", TALK).deploy();
        }
        String domain = "talk" + ++leads + "-" + UUID.randomUUID().toString().substring(0, 6) + ".example";
        reference = lead("Anna Ash", "anna@" + domain, "Talk " + leads, null);
        anna = contacts.main(reference).orElseThrow();
    }

    protected LeadReference lead(String name, String email, String organisation, String language) {
        NewLead lead = NewLead.of(name, email, organisation).with(LeadField.LANGUAGE, language);
        return transaction.execute(tx -> {
            LeadReference taken = intake.take(lead, "test").reference();
            aLead.getsABaton(taken, Leg.QUALIFICATION, "sdr-1");
            return taken;
        });
    }

    /** The holder opens the form of a new summary; returns its task. */
    protected Task opensForm() {
        String holder = batons.get(reference).holder().value();
        runtime.startProcessInstanceByKey(
                "talk",
                reference.value(),
                Map.of(
                        "reference", reference.value(),
                        "organisation", "Talk",
                        "leg", "qualification",
                        "holder", holder,
                        "priority", "normal"));
        return task("writeSummary");
    }

    protected Summary writes() {
        return writes(Map.of());
    }

    /** The holder writes a summary; whatever is given replaces what they usually write. */
    protected Summary writes(Map<String, Object> differently) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "currentSituation", "Two plants, one of them on paper.",
                "timeline", "A decision before Easter.",
                "nextSteps", "A demonstration on site.",
                "nextStepOn", "2026-12-24"));
        fields.putAll(differently);
        complete(opensForm(), fields);
        return summaries.last(reference).orElseThrow();
    }

    /** Written, and the mail has left. */
    protected Summary sends() {
        writes();
        fire(reference.value(), "sendSummaryEmail");
        return summaries.last(reference).orElseThrow();
    }

    protected void complete(Task task, Map<String, Object> fields) {
        as(task.getAssignee(), () -> engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(fields)));
    }

    protected Task task(String id) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(id)
                .list();
        assertThat(open).as(id).hasSize(1);
        return open.get(0);
    }

    protected boolean isOpen(String taskId) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKey(taskId)
                        .count()
                > 0;
    }

    protected Summary version(int version) {
        return summaries.of(reference).stream()
                .filter(it -> it.version() == version)
                .findFirst()
                .orElseThrow();
    }

    protected List<String> onRecord() {
        return ledger.of(reference).stream().map(it -> it.type().id()).toList();
    }

    protected LedgerEntry onRecord(String type) {
        return ledger.of(reference).stream()
                .filter(it -> it.type().id().equals(type))
                .reduce((a, b) -> b)
                .orElseThrow(() -> new AssertionError(type + " is not among " + onRecord()));
    }

    protected String flags() {
        return jdbc.sql("select flags from baton where reference = :reference")
                .param("reference", reference.value())
                .query(String.class)
                .single();
    }

    /** Nobody waits for this lead's summary any more, and whoever waited for it has been told. */
    protected void assertSettled() {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .list())
                .as("still running")
                .isEmpty();
    }

    // ---- the client's browser ----

    protected String pathOf(Contact contact) {
        return URI.create(links.pageOf(contact)).getPath();
    }

    protected HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    protected HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hidden fields of the form as the page shows it now. */
    protected Map<String, String> form(Contact contact) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"")
                .matcher(get(pathOf(contact)).body());
        hidden.results().forEach(it -> fields.put(it.group(1), it.group(2)));
        assertThat(fields).as("a form on the page").containsKeys("summary", "version", "form");
        return fields;
    }

    protected HttpResponse<String> post(Contact contact, String action, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", pathOf(contact) + "/" + action, body);
    }

    /** Presses the button, and lets Baton count the answer. */
    protected HttpResponse<String> confirms(Contact contact) {
        HttpResponse<String> thanks = post(contact, "confirm", form(contact));
        countAnswers();
        return thanks;
    }

    protected HttpResponse<String> corrects(Contact contact, Map<String, String> said) {
        Map<String, String> fields = form(contact);
        fields.putAll(said);
        HttpResponse<String> thanks = post(contact, "correct", fields);
        countAnswers();
        return thanks;
    }

    /** Runs the jobs that count stored answers, as the job executor would. */
    protected void countAnswers() {
        errandsBeginning(CountAnswer.NAME.value()).stream().map(Job::getId).forEach(management::executeJob);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
