package org.batonrelay.engine;

import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Errands that wait on the engine's job list, found by what they are about. The database looks for them: other tests
 * have left thousands, and the engine's own query would bring them all.
 */
@Component
public class WaitingErrands {

    private final JdbcClient jdbc;
    private final ManagementService management;

    WaitingErrands(JdbcClient jdbc, ManagementService management) {
        this.jdbc = jdbc;
        this.management = management;
    }

    /** Those whose name and order, with a line break between, begin with this. */
    public List<Job> beginning(String with) {
        return found(escaped(with) + "%");
    }

    /** Those of this name in whose order this stands. */
    public List<Job> of(String name, String about) {
        return found(escaped(name + "\n") + "%" + escaped(about) + "%");
    }

    /** Those in whose name or order this stands. */
    public List<Job> containing(String text) {
        return found("%" + escaped(text) + "%");
    }

    /** Runs an errand at once, its order written by a version before 1.0. */
    public <O> void run(Errand<O> errand, String written) {
        errand.run(errand.name().read(written));
    }

    private List<Job> found(String pattern) {
        List<String> ids = jdbc.sql("select id_ from act_ru_job where handler_cfg_ like :pattern escape '!'")
                .param("pattern", pattern)
                .query(String.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : management.createJobQuery().jobIds(new HashSet<>(ids)).list();
    }

    private static String escaped(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }
}
