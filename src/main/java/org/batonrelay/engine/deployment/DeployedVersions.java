package org.batonrelay.engine.deployment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of a file counts, and which one the last build deployed; read from the engine's tables, because its
 * queries know neither forms nor texts nor who deployed.
 */
@Component
public class DeployedVersions {

    /** The source that every deployment of a build carries, and no deployment of a person. */
    public static final String BUILD = "baton build";

    /** The engine's tables of what is found by its key rather than by its file name. */
    private static final Map<String, String> TABLES =
            Map.of("bpmn", "ACT_RE_PROCDEF", "dmn", "ACT_RE_DECISION_DEF", "form", "ACT_RE_CAMFORMDEF");

    private final JdbcClient jdbc;

    DeployedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One deployed version of a file.
     *
     * @param source null where whoever deployed gave none
     * @param by null where nobody was logged in
     */
    record Version(
            byte[] content,
            @Nullable String source,
            @Nullable String by,
            Instant at) {

        boolean isOfABuild() {
            return BUILD.equals(source);
        }
    }

    /** What an earlier build deployed last under this name. */
    Optional<Version> lastOfABuild(BuildFile file) {
        return read("d.SOURCE_ = :source and b.NAME_ = :name", file);
    }

    /** The version that counts now, whoever deployed it and whatever they called the file. */
    Optional<Version> latest(BuildFile file) {
        String table = TABLES.get(file.kind());
        if (table == null) {
            return read("b.NAME_ in (:name, :fileName)", file);
        }
        return read(
                "exists (select 1 from " + table + " v where v.KEY_ = :key and v.DEPLOYMENT_ID_ = d.ID_"
                        + " and v.RESOURCE_NAME_ = b.NAME_"
                        + " and v.VERSION_ = (select max(w.VERSION_) from " + table + " w where w.KEY_ = :key))",
                file);
    }

    private Optional<Version> read(String condition, BuildFile file) {
        return jdbc.sql("select b.BYTES_, d.SOURCE_, d.DEPLOY_TIME_, (select max(o.USER_ID_) from ACT_HI_OP_LOG o"
                        + " where o.DEPLOYMENT_ID_ = d.ID_ and o.ENTITY_TYPE_ = 'Deployment'"
                        + " and o.OPERATION_TYPE_ = 'Create') as DEPLOYED_BY"
                        + " from ACT_RE_DEPLOYMENT d join ACT_GE_BYTEARRAY b on b.DEPLOYMENT_ID_ = d.ID_ where "
                        + condition + " order by d.DEPLOY_TIME_ desc, d.ID_ desc limit 1")
                .param("source", BUILD)
                .param("name", file.name())
                .param("fileName", file.fileName())
                .param("key", file.key())
                .query(DeployedVersions::version)
                .optional();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                Objects.requireNonNull(row.getBytes("BYTES_")),
                row.getString("SOURCE_"),
                row.getString("DEPLOYED_BY"),
                row.getTimestamp("DEPLOY_TIME_").toInstant());
    }
}
