package org.batonrelay.team;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes those who decide about the same thing at once do it one after the other, on however many nodes, to the end of
 * the caller's transaction: the second sees what the first has written.
 */
@Component
public class Turns {

    private static final int STRIPES = 16;

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String what) {
        jdbc.sql("select stripe from team_turn where stripe = :stripe for update")
                .param("stripe", Math.floorMod(what.hashCode(), STRIPES))
                .query(Integer.class)
                .single();
    }
}
