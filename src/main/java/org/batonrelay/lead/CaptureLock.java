package org.batonrelay.lead;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes those who capture the same organisation at once do it one after the other: the second sees what the first has
 * written. Held to the end of the caller's transaction. Locking a row that always exists works alike on every database
 * and leaves nothing behind.
 */
@Component
class CaptureLock {

    private static final int STRIPES = 64;

    private final JdbcClient jdbc;

    CaptureLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Always in the order of the rows, so that no two can wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String... names) {
        Stream.of(names)
                .map(name -> Math.floorMod(name.hashCode(), STRIPES))
                .sorted()
                .distinct()
                .forEach(stripe -> jdbc.sql("select stripe from capture_lock where stripe = :stripe for update")
                        .param("stripe", stripe)
                        .query(Integer.class)
                        .single());
    }
}
