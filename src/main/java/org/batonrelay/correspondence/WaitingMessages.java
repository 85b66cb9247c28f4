package org.batonrelay.correspondence;

import java.util.List;
import org.batonrelay.ledger.LeadReference;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Messages of clients that are going to be told together. A lead's round is open while an errand is on its way that
 * will tell them; two that ask for the same lead's round do so one after the other.
 */
@Repository
class WaitingMessages {

    /** @param hint see {@link MessageNotice} */
    record Waiting(String messageId, String hint) {}

    private final JdbcClient jdbc;

    WaitingMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOpen(LeadReference reference) {
        return jdbc.sql("select is_open from message_round where reference = :reference")
                .param("reference", reference.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * @return whether it was closed until now
     * @throws CannotAcquireLockException when somebody else opens the first round of the lead at this very moment
     */
    boolean open(LeadReference reference) {
        // changes nothing, and waits for whoever opens or closes it now
        boolean known = jdbc.sql("update message_round set is_open = is_open where reference = :reference")
                        .param("reference", reference.value())
                        .update()
                > 0;
        if (!known) {
            first(reference);
        }
        boolean wasOpen = isOpen(reference);
        set(reference, true);
        return !wasOpen;
    }

    void add(Message message, String hint) {
        jdbc.sql("insert into message_waiting (message_id, reference, hint) values (:id, :reference, :hint)")
                .param("id", message.id())
                .param("reference", message.reference().value())
                .param("hint", hint)
                .update();
    }

    /** Ends the round; oldest first. */
    List<Waiting> close(LeadReference reference) {
        set(reference, false);
        List<Waiting> all = jdbc.sql("select w.message_id, w.hint from message_waiting w"
                        + " join message m on m.id = w.message_id where w.reference = :reference"
                        + " order by m.said_at, m.id")
                .param("reference", reference.value())
                .query((row, number) -> new Waiting(row.getString(1), row.getString(2)))
                .list();
        jdbc.sql("delete from message_waiting where reference = :reference")
                .param("reference", reference.value())
                .update();
        return all;
    }

    private void first(LeadReference reference) {
        try {
            jdbc.sql("insert into message_round (reference, is_open) values (:reference, false)")
                    .param("reference", reference.value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CannotAcquireLockException("the first round of " + reference + " was opened just now", e);
        }
    }

    private void set(LeadReference reference, boolean isOpen) {
        jdbc.sql("update message_round set is_open = :open where reference = :reference")
                .param("open", isOpen)
                .param("reference", reference.value())
                .update();
    }
}
