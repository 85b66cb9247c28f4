package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two Batons in production on one PostgreSQL, started at the same moment; one of them is killed at work. */
class TwoNodesTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PASSWORD = "a-long-Passw0rd";
    private static final int LEADS = 12;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static GreenMail mailServer;
    private static JdbcClient jdbc;
    private static ANode first;
    private static ANode second;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().setPort(FreePorts.next()).start();
        jdbc = JdbcClient.create(new DriverManagerDataSource(postgres.getJdbcUrl("postgres", "postgres")));
        mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mailServer.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mailServer.start();
        first = new ANode(folder, "first", settings());
        second = new ANode(folder, "second", settings());
        await().atMost(PATIENCE).until(() -> first.isHealthy() && second.isHealthy());
    }

    @AfterAll
    static void stop() throws Exception {
        first.close();
        second.close();
        mailServer.stop();
        postgres.close();
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.profiles.active", "production");
        settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", "postgres");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mailServer.getSmtp().getPort()));
        settings.put("spring.mail.properties.mail.smtp.starttls.enable", "false");
        settings.put("baton.mail.domain", "baton.example");
        settings.put("baton.mail.inbox.enabled", "false");
        settings.put("baton.base-url", "https://baton.example");
        settings.put("baton.secret", "0123456789012345678901234567890123456789");
        settings.put("baton.first-manager.id", "boss");
        settings.put("baton.first-manager.password", PASSWORD);
        settings.put("baton.first-manager.name", "Nora Lind");
        settings.put("baton.first-manager.email", "boss@baton.example");
        // what a killed node was at work on is taken up by another after this time
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", "5000");
        return settings;
    }

    @Test
    void shareTheWorkAndLoseNothingWhenOneIsKilled() throws Exception {
        assertThat(jdbc.sql("select count(*) from act_re_deployment")
                        .query(Integer.class)
                        .single())
                .as("of two that start at once only one deploys")
                .isEqualTo(1);
        assertThat(jdbc.sql("select id_ from act_id_user").query(String.class).list())
                .as("nobody with a known password")
                .containsExactly("boss");
        assertThat(first.get("boss", PASSWORD, "/mailbox").statusCode())
                .as("no built-in mail server")
                .isIn(403, 404);
        hire("runner", "sdr");
        hearOnOneNodeWhatIsSaidOnTheOther();

        List<String> references = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            references.add(post(i % 2 == 0 ? first : second, i));
        }
        first.kill();
        references.forEach(this::accept);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(acknowledged()).hasSize(LEADS);
            assertThat(jdbc.sql("select count(*) from act_ru_job where retries_ = 0")
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
        assertThat(toClients() - acknowledged().size())
                .as("mails that came twice: the one that the killed node had handed over at that moment, if any")
                .isLessThanOrEqualTo(1);
        assertThat(jdbc.sql("select holder from baton").query(String.class).list())
                .hasSize(LEADS)
                .containsOnly("runner");
        assertThat(jdbc.sql("select reference from ledger where type = 'handoff.accepted'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(references);
    }

    /** A visitor's stream hangs on one node, their words go to the other: as behind a load balancer. */
    private static void hearOnOneNodeWhatIsSaidOnTheOther() throws Exception {
        JsonNode chat =
                new ObjectMapper().readTree(first.visit("/api/chat", "", "none").body());
        String address = "/api/chat/" + chat.path("id").asText();
        String key = chat.path("key").asText();
        try (Stream<String> heard = second.listen(address + "/events?key=" + key)) {
            assertThat(first.visit(address + "/messages", "{\"text\": \"Is anybody there?\"}", key)
                            .statusCode())
                    .isLessThan(300);
            assertThat(heard.filter(it -> it.startsWith("data:")).anyMatch(it -> it.contains("Is anybody there?")))
                    .isTrue();
        }
    }

    private String post(ANode node, int number) {
        HttpResponse<String> answer = node.post("boss", PASSWORD, "/api/leads", """
                {"name": "Anna Berg", "email": "anna@elephant%1$d.example", "organisation": "Elephant %1$d",
                 "language": "en", "wantsContact": true}
                """.formatted(number));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    }

    private void accept(String reference) {
        String task = jdbc.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " where e.business_key_ = ? and t.task_def_key_ = 'takeBaton'")
                .param(reference)
                .query(String.class)
                .single();
        HttpResponse<String> claimed =
                second.post("runner", PASSWORD, "/engine-rest/task/" + task + "/claim", "{\"userId\": \"runner\"}");
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(204);
        HttpResponse<String> done = second.post(
                "runner",
                PASSWORD,
                "/engine-rest/task/" + task + "/submit-form",
                "{\"variables\": {\"decision\": {\"value\": \"accept\"}}}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }

    private void hire(String id, String group) {
        HttpResponse<String> made =
                first.post("boss", PASSWORD, "/engine-rest/user/create", """
                {"profile": {"id": "%1$s", "firstName": "Rita", "lastName": "Lund", "email": "%1$s@baton.example"},
                 "credentials": {"password": "%2$s"}}
                """.formatted(id, PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(204);
        assertThat(first.put("boss", PASSWORD, "/engine-rest/group/" + group + "/members/" + id)
                        .statusCode())
                .isEqualTo(204);
    }

    /** A mail that the killed node had sent and not yet noted goes again with the same Message-ID. */
    private static List<String> acknowledged() {
        return java.util.Arrays.stream(mailServer.getReceivedMessages())
                .filter(TwoNodesTests::isToAClient)
                .map(TwoNodesTests::messageId)
                .distinct()
                .toList();
    }

    private static int toClients() {
        return (int) java.util.Arrays.stream(mailServer.getReceivedMessages())
                .filter(TwoNodesTests::isToAClient)
                .count();
    }

    private static boolean isToAClient(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().contains("@elephant")
                    && "auto-replied".equals(mail.getHeader("Auto-Submitted", null));
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
