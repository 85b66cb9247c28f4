package org.batonrelay.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stands in for the engine's job list where a program is to start within a second: a table, the same transactions. */
public class ErrandsOnATable extends Errands {

    private final JdbcClient jdbc;

    public ErrandsOnATable(JdbcClient jdbc) {
        super(null, null, null);
        this.jdbc = jdbc;
    }

    @Override
    public void later(@Nullable String executionId, String errand, String payload) {
        jdbc.sql("insert into errand (name, payload) values (:name, :payload)")
                .param("name", errand)
                .param("payload", payload)
                .update();
    }

    @Override
    public void at(Instant due, String errand, String payload) {
        later(null, errand, payload);
    }
}
