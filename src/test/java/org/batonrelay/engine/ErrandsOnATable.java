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
    public <O> void later(@Nullable String executionId, ErrandName<O> errand, O order) {
        jdbc.sql("insert into errand (name, payload) values (:name, :payload)")
                .param("name", errand.value())
                .param("payload", errand.write(order))
                .update();
    }

    @Override
    public <O> void at(Instant due, ErrandName<O> errand, O order) {
        later(null, errand, order);
    }
}
