package org.batonrelay.reading;

import java.time.Instant;

/** A mail as it is kept. */
public record StoredMail(String id, String messageId, Instant receivedAt, byte[] raw) {}
