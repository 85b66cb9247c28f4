package org.batonrelay.inbox;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.batonrelay.inbox.ReceivedMail.Enclosure;
import org.batonrelay.mail.Escape;
import org.batonrelay.reading.MailHeaders;
import org.batonrelay.reading.MailParts;
import org.batonrelay.reading.UnreadableMail;
import org.jspecify.annotations.Nullable;

/** Takes a message apart: the first plain text, the first page, and everything else as enclosures. */
final class ReceivedMailReader {

    private ReceivedMailReader() {}

    /** A mail that nobody can read is shown as far as it goes: the list of all others must not fail for it. */
    static ReceivedMail read(String box, StoredMessage stored) {
        MimeMessage mail = stored.getMimeMessage();
        try {
            MailParts parts = MailParts.of(mail);
            return mail(
                    box,
                    stored,
                    textOrNull(parts.body("text/plain")),
                    textOrNull(parts.body("text/html")),
                    enclosures(parts));
        } catch (UnreadableMail e) {
            return mail(box, stored, e.getMessage(), null, List.of());
        }
    }

    private static ReceivedMail mail(
            String box,
            StoredMessage stored,
            @Nullable String text,
            @Nullable String html,
            List<Enclosure> enclosures) {
        MailHeaders headers = new MailHeaders(stored.getMimeMessage());
        return new ReceivedMail(
                box,
                stored.getUid(),
                stored.getReceivedDate().toInstant(),
                people(headers, "From"),
                people(headers, "To", "Cc"),
                headers.has("Reply-To") ? people(headers, "Reply-To") : null,
                headers.subject(),
                text,
                html,
                enclosures);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<Enclosure> enclosures(MailParts parts) {
        List<Enclosure> enclosures = new ArrayList<>();
        for (Part part : parts.enclosures()) {
            String name = Objects.requireNonNullElse(MailParts.fileName(part), "unnamed");
            enclosures.add(new Enclosure(enclosures.size(), Escape.oneLine(name), content(part)));
        }
        return enclosures;
    }

    private static byte[] content(Part part) {
        try {
            return part.getInputStream().readAllBytes();
        } catch (MessagingException | IOException e) {
            return new byte[0];
        }
    }

    private static String people(MailHeaders headers, String... names) {
        return headers.people(names).stream()
                .map(InternetAddress::toUnicodeString)
                .collect(Collectors.joining(", "));
    }
}
