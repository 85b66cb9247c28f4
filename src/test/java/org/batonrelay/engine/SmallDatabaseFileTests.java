package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default profile's file, written as Baton writes it: many small commits. */
class SmallDatabaseFileTests {

    private static final int ROWS = 400;
    private static final int COMMITS = 2_500;

    @TempDir
    Path folder;

    private final JdbcDataSource database = new JdbcDataSource();
    private final SmallDatabaseFile upkeep = new SmallDatabaseFile(database);

    @BeforeEach
    void inAFile() {
        database.setURL("jdbc:h2:file:" + folder.resolve("baton") + ";WRITE_DELAY=0;COMPRESS=TRUE");
    }

    @Test
    void staysSmallWhileItIsWrittenTo() throws Exception {
        try (Connection writer = database.getConnection()) {
            work(writer);
            long grown = size("baton");

            for (int look = 0; look < 60; look++) {
                upkeep.look();
            }

            assertThat(grown).as("it grows, or this says nothing").isGreaterThan(24_000_000);
            assertThat(size("baton")).isLessThan(16_000_000);
            assertThat(afterAKill()).isEqualTo(COMMITS);
            assertThat(count(writer)).isEqualTo(COMMITS);
        }
    }

    @Test
    void leavesASmallFileAlone() throws Exception {
        try (Connection writer = database.getConnection()) {
            count(writer);
            long before = size("baton");

            upkeep.look();

            assertThat(size("baton")).isEqualTo(before);
        }
    }

    private static void work(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            for (int table = 0; table < 6; table++) {
                statement.execute(
                        "create table t%d(id int primary key, reference varchar(60), said varchar(400), n int)"
                                .formatted(table));
                statement.execute("create index i%d on t%d(reference)".formatted(table, table));
                statement.execute(
                        "insert into t%d select x, 'acme-' || mod(x, 97), repeat('word ', 60), 0 from system_range(1, %d)"
                                .formatted(table, ROWS));
            }
            writer.setAutoCommit(false);
            for (int commit = 0; commit < COMMITS; commit++) {
                for (int table = 0; table < 6; table++) {
                    statement.execute("update t%d set n = n + 1, reference = 'northwind-%d' where id = %d"
                            .formatted(table, commit, commit % ROWS + 1));
                }
                writer.commit();
            }
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_name = 'T0'")) {
            tables.next();
            if (tables.getInt(1) == 0) {
                return 0;
            }
            try (ResultSet sum = statement.executeQuery("select sum(n) from t0")) {
                sum.next();
                return sum.getLong(1);
            }
        }
    }

    /** As whoever starts again finds it, when nothing was closed. */
    private long afterAKill() throws IOException, SQLException {
        Files.copy(folder.resolve("baton.mv.db"), folder.resolve("again.mv.db"));
        JdbcDataSource again = new JdbcDataSource();
        again.setURL("jdbc:h2:file:" + folder.resolve("again"));
        try (Connection connection = again.getConnection()) {
            return count(connection);
        }
    }

    private long size(String name) throws IOException {
        return Files.size(folder.resolve(name + ".mv.db"));
    }
}
