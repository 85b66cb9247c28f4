package org.batonrelay.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.MailReader;
import org.batonrelay.reading.MailSorter;
import org.batonrelay.reading.ProvenSender;
import org.batonrelay.reading.StoredMail;
import org.springframework.util.unit.DataSize;

/** Reads mails as the inbox does, without a server or a database. */
public final class Understood {

    static final String OURS = "<0123456789abcdef0123456789abcdef@baton.example>";

    private Understood() {}

    public static IncomingMail mail(byte[] raw) {
        return mail(raw, null, Instant.parse("2026-11-22T10:00:00Z"));
    }

    public static IncomingMail mail(String raw) {
        return mail(raw.getBytes(StandardCharsets.UTF_8));
    }

    /** @param id under which it would be stored */
    public static IncomingMail stored(String id, String raw) {
        return reader(null)
                .read(new StoredMail(
                        id,
                        "<" + id + "@client.example>",
                        Instant.parse("2026-11-22T10:00:00Z"),
                        raw.getBytes(StandardCharsets.UTF_8)));
    }

    static IncomingMail mail(byte[] raw, String authservId, Instant receivedAt) {
        return reader(authservId).read(new StoredMail("id", "<id@client.example>", receivedAt, raw));
    }

    static MailReader reader(String authservId) {
        MailSettings house = new MailSettings("baton.example", null, 0, 0);
        InboxSettings inbox = inbox("imap.example", 0, DataSize.ofMegabytes(15), authservId);
        SentMails sent = new SentMails(null, null) {
            @Override
            public boolean hasSent(String messageId) {
                return Set.of(OURS).contains(messageId);
            }
        };
        InboxSetup setup = new InboxSetup(inbox, house, null);
        HouseAddresses ours = new HouseAddresses(house, inbox);
        return new MailReader(ours, new ProvenSender(inbox, setup), new MailSorter(sent, ours));
    }

    public static InboxSettings inbox(String host, int port, DataSize maxSize, String authservId) {
        return new InboxSettings(
                true,
                host,
                port,
                "inbox",
                "secret",
                false,
                "INBOX",
                "Taken",
                Duration.ofMillis(50),
                List.of("reply", "lead", "leads", "office"),
                maxSize,
                authservId,
                true);
    }

    static IncomingMail file(Path file) {
        return mail(bytes(file));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources").resolve(folder))) {
            return files.sorted().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
