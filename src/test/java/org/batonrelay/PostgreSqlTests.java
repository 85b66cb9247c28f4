package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.batonrelay.relay.FourAtOnce;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Baton on a real PostgreSQL, its job executor on as in production: the one test that needs a second Spring context.
 * Its engine has a name of its own, because the other context's engine lives in the same virtual machine.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.process-engine-name=postgresql", "camunda.bpm.job-execution.enabled=true"})
@ActiveProfiles({"default", "test"})
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // the deadlock made on purpose comes after those that are counted
class PostgreSqlTests {

    private static final Logger LOG = LoggerFactory.getLogger(PostgreSqlTests.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SMTP = FreePorts.next();
    private static final int IMAP = FreePorts.next();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private FourAtOnce four;

    @LocalServerPort
    private int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class Database {

        /** Made before all that uses it, so that it stops after them. */
        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.builder().setPort(FreePorts.next()).start();
        }

        @Bean
        DynamicPropertyRegistrar onPostgreSql(EmbeddedPostgres postgres) {
            return registry -> {
                registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
                registry.add("spring.datasource.username", () -> "postgres");
                registry.add("spring.mail.port", () -> SMTP);
                registry.add("baton.mail.smtp-port", () -> SMTP);
                registry.add("baton.mail.imap-port", () -> IMAP);
            };
        }
    }

    @AfterEach
    void nobodyIsLoggedIn() {
        identity.clearAuthentication();
        SecurityContextHolder.clearContext();
    }

    private void actAs(String person, String group) {
        identity.setAuthentication(person, List.of(group));
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }

    @Test
    void runsALeadThroughAHandoff() {
        assertThat(jdbc.sql("select version()").query(String.class).single()).startsWith("PostgreSQL 16");
        HttpResponse<String> answer = new Caller(port, "website").postJson("/api/leads", """
                        {"name": "Anna Berg", "email": "anna@elephant.example", "organisation": "Elephant AG",
                         "language": "en", "wantsContact": true, "contactNotBefore": null}
                        """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String reference = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");

        Task offer = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("takeBaton")
                .singleResult();
        actAs("sdr-1", "sdr");
        tasks.claim(offer.getId(), "sdr-1");
        forms.submitTaskForm(offer.getId(), Map.of("decision", "accept"));

        assertThat(jdbc.sql("select holder from baton where reference = :reference")
                        .param("reference", reference)
                        .query(String.class)
                        .single())
                .isEqualTo("sdr-1");
        assertThat(jdbc.sql("select type from ledger where reference = :reference order by id")
                        .param("reference", reference)
                        .query(String.class)
                        .list())
                .contains("lead.captured", "handoff.offered", "handoff.accepted", "holder.changed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(new Mailbox(IMAP).of("anna@elephant.example"))
                        .hasSize(1));
    }

    /**
     * Few mails, so that the build has time for it; {@code -Dbaton.once-mails=10000} sends many, and
     * {@code -Dbaton.once-seed=17} plays with these dice again.
     */
    @Test
    @Order(1)
    void sendsEachMailOnceWhileFourPeopleAct() throws Exception {
        int mails = Integer.getInteger("baton.once-mails", 25);
        FourAtOnce.Result result = four.play(mails, Long.getLong("baton.once-seed", System.nanoTime() % 1_000_000));

        LOG.info("{}", result);
        assertThat(result.mails()).as("mails of seed %s", result.seed()).isGreaterThanOrEqualTo(mails);
        assertThat(result.surplus())
                .as("surplus mails of seed %s", result.seed())
                .isZero();
        assertThat(result.unsent()).as("unsent mails of seed %s", result.seed()).isEmpty();
        assertThat(result.unrecorded())
                .as("off the record, seed %s", result.seed())
                .isEmpty();
        assertThat(result.deadlocks()).as("deadlocks of seed %s", result.seed()).isZero();
        assertThat(result.sentAway())
                .as("people sent away, seed %s", result.seed())
                .isEmpty();
    }

    /** The command waits the shorter time, so that it is the one the database ends. */
    @Test
    void tellsADeadlockAsARaceThatWasLost() throws Exception {
        jdbc.sql("create table deadlock (id integer primary key)").update();
        jdbc.sql("insert into deadlock values (1), (2)").update();
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        var other = CompletableFuture.runAsync(
                () -> new TransactionTemplate(transactions).executeWithoutResult(tx -> lock("20s", 1, 2, bothHoldOne)));

        assertThatThrownBy(() -> executor.execute(context -> lock("100ms", 2, 1, bothHoldOne)))
                .isInstanceOf(OptimisticLockingException.class);
        other.get(20, TimeUnit.SECONDS);
    }

    private @Nullable Void lock(String patience, int first, int second, CountDownLatch bothHoldOne) {
        jdbc.sql("set local deadlock_timeout = '" + patience + "'").update();
        jdbc.sql("select id from deadlock where id = ? for update")
                .param(first)
                .query(Integer.class)
                .single();
        bothHoldOne.countDown();
        try {
            assertThat(bothHoldOne.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        try {
            jdbc.sql("select id from deadlock where id = ? for update")
                    .param(second)
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException e) {
            throw new ProcessEngineException("as a delegate's fault arrives", e);
        }
        return null;
    }
}
