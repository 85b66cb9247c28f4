package org.batonrelay.mail;

import org.jspecify.annotations.Nullable;

/** The server has taken a mail. */
public record MailSent(
        String key, String messageId, @Nullable String reference, String template, String recipient, String subject) {}
