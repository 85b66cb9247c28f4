package org.batonrelay.mail;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.mail.ReceivedMail.Enclosure;
import org.jspecify.annotations.Nullable;

/** Takes a message apart: the first plain text, the first page, and everything else as enclosures. */
class ReceivedMailReader {

    private @Nullable String text;
    private @Nullable String html;
    private final List<Enclosure> enclosures = new ArrayList<>();

    static ReceivedMail read(String box, StoredMessage stored) {
        try {
            MimeMessage mail = stored.getMimeMessage();
            ReceivedMailReader parts = new ReceivedMailReader();
            parts.sort(mail);
            return new ReceivedMail(
                    box,
                    stored.getUid(),
                    stored.getReceivedDate().toInstant(),
                    people(mail.getFrom()),
                    people(mail.getAllRecipients()),
                    mail.getHeader("Reply-To") == null ? null : people(mail.getReplyTo()),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    parts.text,
                    parts.html,
                    parts.enclosures);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail in the box of " + box + " cannot be read", e);
        }
    }

    private void sort(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                sort(inner);
            }
        } else if (part.getFileName() == null && part.isMimeType("text/plain") && text == null) {
            text = part.getContent().toString();
        } else if (part.getFileName() == null && part.isMimeType("text/html") && html == null) {
            html = part.getContent().toString();
        } else {
            String name = Objects.requireNonNullElse(part.getFileName(), "unnamed");
            enclosures.add(new Enclosure(
                    enclosures.size(),
                    Escape.oneLine(name),
                    part.getInputStream().readAllBytes()));
        }
    }

    private static String people(Address @Nullable [] addresses) {
        return Stream.of(addresses == null ? new Address[0] : addresses)
                .map(address -> address instanceof InternetAddress one ? one.toUnicodeString() : address.toString())
                .collect(Collectors.joining(", "));
    }
}
