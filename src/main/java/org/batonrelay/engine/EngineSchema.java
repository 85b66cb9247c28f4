package org.batonrelay.engine;

import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * The first migration: the engine's own create scripts, taken from its jar so that schema and engine never part. An
 * upgrade of the engine adds its upgrade script as a further migration.
 */
@Component
class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        String database = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        String vendor = database.contains("postgres") ? "postgres" : "h2";
        for (String part : PARTS) {
            String script = "org/camunda/bpm/engine/db/create/activiti." + vendor + ".create." + part + ".sql";
            new ResourceDatabasePopulator(new ClassPathResource(script)).populate(connection);
        }
    }
}
