package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.batonrelay.ledger.LeadReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Opens what an installation of version 0.1.0 had under way, on either database, and works each relay to its end: what
 * runs must go on running, whatever models, beans, variables and tables have become since. The build gives it a virtual
 * machine of its own: it has another database than all others.
 */
class RelaysUnderWayTests extends RandomRelaysTests {

    private static final String KEPT = "/e34862e/";

    /** PostgreSQL is one of its own already. */
    @DynamicPropertySource
    static void keptFile(DynamicPropertyRegistry registry) throws IOException {
        if (isOnPostgreSql()) {
            return;
        }
        // not the test's folder: the context outlives it
        Path copy = Files.createTempDirectory("under-way");
        copy.toFile().deleteOnExit();
        try (InputStream kept = new GZIPInputStream(open("baton.mv.db.gz"))) {
            Files.copy(kept, copy.resolve("baton.mv.db"));
        }
        copy.resolve("baton.mv.db").toFile().deleteOnExit();
        String url = "jdbc:h2:file:" + copy.resolve("baton") + ";LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=500";
        registry.add("spring.datasource.url", () -> url);
    }

    @TestConfiguration
    static class AsItWas {

        /** The tables of that version with what was in them, then whatever has come since. */
        @Bean
        FlywayMigrationStrategy fromThere(DataSource database) {
            return flyway -> {
                if (isOnPostgreSql()) {
                    Flyway.configure()
                            .configuration(flyway.getConfiguration())
                            .target("21")
                            .load()
                            .migrate();
                    fill(database);
                }
                flyway.migrate();
            };
        }
    }

    @Override
    void neverLosesABatonWhateverPeopleAndClocksDo() {
        // played elsewhere: here is what was under way
    }

    @Test
    void goOnToTheirEnd() {
        List<LeadReference> underWay = jdbc
                .sql("select reference from baton where state not in ('finished', 'closed') order by reference")
                .query(String.class)
                .list()
                .stream()
                .map(LeadReference::new)
                .toList();
        assertThat(underWay).as("what was kept").hasSizeGreaterThan(35);

        for (int i = 0; i < underWay.size(); i++) {
            // those who want to get it home, as every eighth game is played
            new Game(i * 8).goOn(underWay.get(i));
        }

        assertThat(jdbc.sql("select count(*) from baton where state not in ('finished', 'closed')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(management.createJobQuery().noRetriesLeft().count())
                .as("failed jobs")
                .isZero();
        assertThat(engine.getRuntimeService().createIncidentQuery().count())
                .as("incidents")
                .isZero();
    }

    private static void fill(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ZipInputStream kept = new ZipInputStream(open("postgresql.zip"))) {
            // tables come in the order of their names, whatever refers to what
            statement.execute("set session_replication_role = replica");
            for (ZipEntry file = kept.getNextEntry(); file != null; file = kept.getNextEntry()) {
                byte[] content = kept.readAllBytes();
                if (file.getName().endsWith(".copy")) {
                    String table = file.getName().replace(".copy", "");
                    statement.execute("delete from \"" + table + "\"");
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy \"" + table + "\" from stdin", new java.io.ByteArrayInputStream(content));
                } else {
                    for (String sequence :
                            new String(content, StandardCharsets.UTF_8).lines().toList()) {
                        String[] parts = sequence.split(" ");
                        if (Long.parseLong(parts[1]) > 0) {
                            statement.execute("select setval('\"" + parts[0] + "\"', " + parts[1] + ")");
                        }
                    }
                }
            }
            statement.execute("set session_replication_role = default");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        InputStream kept = RelaysUnderWayTests.class.getResourceAsStream(KEPT + file);
        if (kept == null) {
            throw new IllegalStateException("no " + file);
        }
        return kept;
    }
}
