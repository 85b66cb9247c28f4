package org.batonrelay.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Captures a lead once for each Idempotency-Key of a caller. Key, lead and relay are one transaction: of two posts with
 * the same key at once one is undone, without a trace, and answered like the other.
 *
 * <p>Only a few are captured at once. The others wait here, before they have a connection to the database: whoever
 * captures needs a second one (decisions are read apart), and would wait for it for ever behind those who wait for him.
 */
@Component
class CaptureOnce {

    private static final int AT_ONCE = 4;
    private static final int LONGEST_WAIT_SECONDS = 60;

    /** More leads are coming in than can be taken; nothing has been done with this one. */
    static final class TooMany extends RuntimeException {}

    /** The key was used for another lead. */
    static final class KeyTaken extends RuntimeException {}

    private final Semaphore places = new Semaphore(AT_ONCE, true);
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
        takePlace();
        try {
            return key == null ? capture.capture(lead) : attempt(lead, caller, key);
        } catch (DuplicateKeyException e) {
            if (key == null) {
                throw e;
            }
            return attempt(lead, caller, key);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TooMany();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooMany();
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

    private Capture.Captured inTransaction(Supplier<Capture.Captured> step) {
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
