package org.batonrelay.engine;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who changes what runs under one business key waits for their turn, and has it until their transaction ends: before
 * they lock anything else of it. Otherwise two of them lock the same rows in a different order, and the database ends
 * one. Nobody speaks to a server while they have a turn.
 *
 * <p>Keys share some rows of a table of its own, so that no other statement ever waits for one of them.
 */
@Component
public class OneAfterTheOther {

    private static final int STRIPES = 1024;

    /** Also what a transaction has that this thread has put aside for one within it: it would wait for itself. */
    private final ThreadLocal<Set<Integer>> mine = ThreadLocal.withInitial(HashSet::new);

    private final JdbcClient jdbc;

    OneAfterTheOther(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing outside a transaction, which could not keep it. */
    public void take(String businessKey) {
        int stripe = Math.floorMod(businessKey.hashCode(), STRIPES);
        Set<Integer> turns = mine.get();
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                || !turns.add(stripe)) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                turns.remove(stripe);
            }
        });
        jdbc.sql("select stripe from turn where stripe = :stripe for update")
                .param("stripe", stripe)
                .query(Integer.class)
                .single();
    }

    /** The turn of whatever process a task belongs to; nothing for a task that is gone. */
    public void takeForTask(String taskId) {
        jdbc.sql("select i.business_key_ from act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_"
                        + " where t.id_ = :id and i.business_key_ is not null")
                .param("id", taskId)
                .query(String.class)
                .optional()
                .ifPresent(this::take);
    }
}
