package org.batonrelay.mail;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the mail that comes in is read.
 *
 * @param enabled whether it is read at all
 * @param host the IMAP server; not given: the built-in server, where there is one
 * @param port 0: 993 with {@code ssl}, else 143
 * @param folder what is to be taken; taken mails are moved to {@code takenFolder} beside it, where people find them
 * @param pollEvery the pause between two looks into the folder
 * @param addresses what the house answers to: the part before the @ of addresses in its domain, or whole addresses;
 *     everything after a {@code +} is free
 * @param maxSize of a bigger mail only the headers are kept, for a person to look at
 * @param authservId the name under which our own mail server writes Authentication-Results; no other one is believed
 * @param trustSenders believe the From of every mail; only heeded with the built-in server
 */
@ConfigurationProperties("baton.mail.inbox")
public record InboxSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean ssl,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("Taken") String takenFolder,
        @DefaultValue("5s") Duration pollEvery,
        @DefaultValue({"reply", "lead", "leads", "office"}) List<String> addresses,
        @DefaultValue("15MB") DataSize maxSize,
        @Nullable String authservId,
        @DefaultValue("false") boolean trustSenders) {

    boolean namesServer() {
        return host != null && !host.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + folder;
    }
}
