package org.batonrelay;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.batonrelay.engine.WaitingErrands;
import org.batonrelay.notice.ASlack;
import org.batonrelay.webhook.AProgram;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Baton as it runs by default, in memory and with the job executor off: the one Spring context of all tests that need
 * an engine. Leads differ by test; no test counts what others may have left.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"default", "test"})
public abstract class RunningBaton {

    /** As DocuSign knows it, in tests. */
    protected static final String SIGNATURE_KEY = "a key between DocuSign and us";

    /** As programs that hear of the relay know it, in tests. */
    protected static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** What the built-in mail server has taken, to anybody. */
    protected Mailbox mailbox;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected RuntimeService runtime;

    @Autowired
    protected TaskService tasks;

    @Autowired
    protected ManagementService management;

    @Autowired
    protected HistoryService history;

    @Autowired
    protected IdentityService identity;

    @Autowired
    private WaitingErrands errands;

    @Autowired
    private GreenMail mailServer;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void mailPorts(DynamicPropertyRegistry registry) {
        // a context more has a mail server more
        int smtp = FreePorts.next();
        int imap = FreePorts.next();
        registry.add("spring.mail.port", () -> smtp);
        registry.add("baton.mail.smtp-port", () -> smtp);
        registry.add("baton.mail.imap-port", () -> imap);
        registry.add("baton.slack.api", () -> ASlack.SHARED.address() + "/api");
        registry.add("baton.slack.hooks", () -> ASlack.SHARED.address() + "/");
        registry.add("baton.people.hook-1.slack-webhook", () -> ASlack.SHARED.address() + "/services/T0/B0/secret");
        registry.add("baton.people.team-1.teams-webhook", () -> ASlack.SHARED.address() + "/workflows/secret");
        registry.add("baton.signatures.hmac-key", () -> SIGNATURE_KEY);
        registry.add("baton.webhooks.warehouse.url", AProgram.SHARED::address);
        registry.add("baton.webhooks.inside.url", () -> "http://localhost:9/baton");
        registry.add("baton.webhooks.warehouse.private-address", () -> true);
        List.of("warehouse", "inside").forEach(hook -> {
            registry.add("baton.webhooks." + hook + ".secret", () -> WEBHOOK_SECRET);
            registry.add("baton.webhooks." + hook + ".types", () -> "campaign.mismatched");
        });
        // closed today and tomorrow, whenever the tests run
        HouseDay.today()
                .datesUntil(HouseDay.today().plusDays(7))
                .forEach(day -> registry.add(
                        "baton.calendar.teams.night-watch.hours."
                                + day.getDayOfWeek().name().toLowerCase(Locale.ROOT),
                        () -> day.isEqual(HouseDay.today().plusDays(3)) ? "09:00-17:00" : "closed"));
    }

    /** The build runs the process tests a second time with {@code -Dbaton.test.database=postgresql}. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws IOException {
        if (isOnPostgreSql()) {
            // it stops with the virtual machine
            String url =
                    EmbeddedPostgres.builder().setPort(FreePorts.next()).start().getJdbcUrl("postgres", "postgres");
            registry.add("spring.datasource.url", () -> url);
            registry.add("spring.datasource.username", () -> "postgres");
            registry.add("spring.datasource.password", () -> "postgres");
            // whoever asks it for something when it has stopped already does not keep the end waiting
            registry.add("spring.datasource.hikari.connection-timeout", () -> "3000");
        }
    }

    protected static boolean isOnPostgreSql() {
        return "postgresql".equals(System.getProperty("baton.test.database"));
    }

    @Autowired
    void mailboxOf(@Value("${baton.mail.imap-port}") int imap) {
        mailbox = new Mailbox(imap);
    }

    @BeforeEach
    void assertionsKnowTheEngine() {
        BpmnAwareTests.init(engine);
    }

    /** The boxes of our people fill up with what other tests had sent, and are read from their beginning. */
    @BeforeEach
    void boxesAreEmpty() throws FolderException {
        mailServer.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void nobodyIsLoggedIn() {
        AbstractAssertions.reset();
        logOut();
    }

    /** Does something as this person, as if they had come through Tasklist or REST. */
    protected <T> T as(String person, Callable<T> action) {
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
        identity.setAuthentication(person, groups);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            logOut();
        }
    }

    protected void as(String person, Runnable action) {
        as(person, () -> {
            action.run();
            return null;
        });
    }

    /** Does something as this person through one of our own pages or calls, which the engine sees as the house. */
    protected <T> T byPage(String person, Callable<T> action) {
        return as(person, () -> {
            identity.clearAuthentication();
            return action.call();
        });
    }

    private void logOut() {
        identity.clearAuthentication();
        SecurityContextHolder.clearContext();
    }

    /** The one open task of this kind of a lead. */
    protected Task task(String reference, String key) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(key)
                .list();
        if (open.size() != 1) {
            throw new AssertionError(open.size() + " tasks " + key + " for " + reference + "; open are "
                    + tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                            .map(Task::getTaskDefinitionKey)
                            .toList());
        }
        return open.get(0);
    }

    /** Claims, where need be, and completes a task by its form, as this person would in Tasklist. */
    protected void complete(String person, String reference, String key, Map<String, Object> values) {
        complete(person, task(reference, key), values);
    }

    protected void complete(String person, Task task, Map<String, Object> values) {
        as(person, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            engine.getFormService().submitTaskForm(task.getId(), values);
        });
    }

    /** The errands whose name and order begin with this, by whomever they wait for. */
    protected List<Job> errandsBeginning(String with) {
        return errands.beginning(with);
    }

    /** The errands of this name in whose order this stands. */
    protected List<Job> errandsOf(String name, String about) {
        return errands.of(name, about);
    }

    /** The errands in whose name or order this stands. */
    protected List<Job> errandsContaining(String text) {
        return errands.containing(text);
    }

    /** Fires the timer or asynchronous step of this element, in whatever process of the lead waits there. */
    protected void fire(String reference, String activity) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance ->
                        management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activity)
                                .list()
                                .stream())
                .map(Job::getId)
                .findFirst()
                .ifPresentOrElse(management::executeJob, () -> {
                    throw new AssertionError("nothing waits at " + activity + " for " + reference);
                });
    }
}
