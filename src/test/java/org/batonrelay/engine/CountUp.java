package org.batonrelay.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a row of ours inside the engine's job, and fails on request. */
@Component
class CountUp implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("count-up");
    static final String FAIL = "!";
    static final String LOSE = "~";

    private final JdbcClient jdbc;

    CountUp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String payload) {
        jdbc.sql("insert into lead_number values (?, 1)")
                .param(payload.replace(FAIL, "").replace(LOSE, ""))
                .update();
        if (payload.endsWith(LOSE)) {
            throw new OptimisticLockingException("another mail on the same lead was faster");
        }
        if (payload.endsWith(FAIL)) {
            throw new IllegalStateException("the mail server is away");
        }
    }
}
