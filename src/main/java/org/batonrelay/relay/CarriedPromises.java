package org.batonrelay.relay;

import java.util.UUID;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a customer was promised before comes along into their next relay. */
@Repository
@Transactional
class CarriedPromises {

    private final JdbcClient jdbc;
    private final Promises promises;

    CarriedPromises(JdbcClient jdbc, Promises promises) {
        this.jdbc = jdbc;
        this.promises = promises;
    }

    /** Those that are settled as they are; what is still open is promised there, too. Each still says where it comes from. */
    void carry(LeadReference from, LeadReference to) {
        for (Promise promise : promises.of(from)) {
            if (promise.state().equals("open")) {
                promises.make(
                        to, promise.source(), null, promise.what(), promise.side(), promise.owner(), promise.dueOn());
            } else {
                copy(promise, to);
            }
        }
    }

    private void copy(Promise promise, LeadReference to) {
        jdbc.sql(
                        "insert into promise (id, reference, source, what, side, owner, due_on, state, reason, made_at, settled_at)"
                                + " select :copy, :to, source, what, side, owner, due_on, state, reason, made_at, settled_at"
                                + " from promise where id = :id")
                .param("copy", UUID.randomUUID().toString())
                .param("to", to.value())
                .param("id", promise.id())
                .update();
    }
}
