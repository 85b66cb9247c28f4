package org.batonrelay.lead;

import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What callers have posted under which Idempotency-Key, and what became of it. */
@Repository
public class CaptureKeys {

    public record Known(String bodyHash, Capture.Captured captured) {}

    private final JdbcClient jdbc;

    CaptureKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Known> find(String caller, String key) {
        return jdbc.sql("select body_hash, reference, joined from capture_key"
                        + " where caller = :caller and idempotency_key = :key")
                .param("caller", caller)
                .param("key", key)
                .query((row, number) -> new Known(
                        row.getString("body_hash"),
                        new Capture.Captured(new LeadReference(row.getString("reference")), row.getBoolean("joined"))))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody was faster with this key */
    public void keep(String caller, String key, String bodyHash, Capture.Captured captured) {
        jdbc.sql("insert into capture_key (caller, idempotency_key, body_hash, reference, joined)"
                        + " values (:caller, :key, :hash, :reference, :joined)")
                .param("caller", caller)
                .param("key", key)
                .param("hash", bodyHash)
                .param("reference", captured.reference().value())
                .param("joined", captured.joined())
                .update();
    }
}
