package org.batonrelay.mail;

import java.time.Instant;

/** A mail as it is kept. */
record StoredMail(String id, String messageId, Instant receivedAt, byte[] raw) {}
