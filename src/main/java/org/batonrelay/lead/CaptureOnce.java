package org.batonrelay.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Captures a lead once for each Idempotency-Key of a caller. Key, lead and relay are one transaction: of two posts with
 * the same key at once one is undone, without a trace, and answered like the other.
 */
@Component
class CaptureOnce {

    /** The key was used for another lead. */
    static final class KeyTaken extends RuntimeException {}

    private final Capture capture;
    private final CaptureKeys keys;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    CaptureOnce(Capture capture, CaptureKeys keys, TransactionTemplate transaction, ObjectMapper json) {
        this.capture = capture;
        this.keys = keys;
        this.transaction = transaction;
        this.json = json;
    }

    Capture.Captured capture(NewLead lead, String caller, @Nullable String key) {
        if (key == null) {
            return capture.capture(lead);
        }
        try {
            return attempt(lead, caller, key);
        } catch (DuplicateKeyException e) {
            return attempt(lead, caller, key);
        }
    }

    private Capture.Captured attempt(NewLead lead, String caller, String key) {
        String hash = hash(lead);
        return inTransaction(() -> {
            CaptureKeys.Known known = keys.find(caller, key).orElse(null);
            if (known == null) {
                Capture.Captured captured = capture.capture(lead);
                keys.keep(caller, key, hash, captured);
                return captured;
            }
            if (!known.bodyHash().equals(hash)) {
                throw new KeyTaken();
            }
            return known.captured();
        });
    }

    private Capture.Captured inTransaction(java.util.function.Supplier<Capture.Captured> step) {
        Capture.Captured captured = transaction.execute(status -> step.get());
        if (captured == null) {
            throw new IllegalStateException("capturing gives a reference");
        }
        return captured;
    }

    private String hash(NewLead lead) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(json.writeValueAsBytes(lead)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a lead can be written as JSON and hashed", e);
        }
    }
}
