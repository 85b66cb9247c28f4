package org.batonrelay.reading;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.batonrelay.mail.Escape;

/** A mail that lies whole in one file of itself: Outlook's {@code winmail.dat}, or within its signature. */
final class PackedMail {

    private PackedMail() {}

    static boolean isOutlooks(Part part) {
        return MailParts.typeOf(part).matches("application/(vnd\\.)?ms-tnef")
                || name(part).matches("win(mail)?\\.dat");
    }

    /** Signed as a whole, or encrypted: the file is called the same. */
    static boolean isSigned(Part part) {
        return MailParts.typeOf(part).matches("application/(x-)?pkcs7-mime")
                || MailParts.typeOf(part).equals("application/octet-stream")
                        && name(part).endsWith(".p7m");
    }

    /** The mail that was signed; empty where it is encrypted or broken. */
    static Optional<BodyPart> signed(Part part) {
        return SignedContent.of(content(part)).map(mail -> {
            try {
                return new MimeBodyPart(new ByteArrayInputStream(mail));
            } catch (MessagingException e) {
                throw new UnreadableMail("What it signs cannot be taken apart: " + e.getMessage());
            }
        });
    }

    /** The words first, then the files that Outlook has packed; empty where it is something else. */
    static List<BodyPart> outlooks(Part part) {
        List<BodyPart> parts = new ArrayList<>();
        Tnef.read(content(part)).ifPresent(packed -> {
            parts.add(words(packed.text()));
            packed.files().stream().limit(100).forEach(file -> parts.add(file(file)));
        });
        return parts;
    }

    private static BodyPart words(String text) {
        try {
            MimeBodyPart part = new MimeBodyPart();
            part.setText(text, "UTF-8");
            part.setHeader("Content-Type", "text/plain; charset=UTF-8");
            return part;
        } catch (MessagingException e) {
            throw new UnreadableMail("Its winmail.dat cannot be taken apart: " + e.getMessage());
        }
    }

    private static BodyPart file(Tnef.File file) {
        try {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), "application/octet-stream")));
            part.setHeader("Content-Type", "application/octet-stream");
            part.setDisposition(Part.ATTACHMENT);
            part.setFileName(Escape.oneLine(file.name()));
            return part;
        } catch (MessagingException e) {
            throw new UnreadableMail("Its winmail.dat cannot be taken apart: " + e.getMessage());
        }
    }

    private static byte[] content(Part part) {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException | MessagingException | RuntimeException e) {
            return new byte[0];
        }
    }

    private static String name(Part part) {
        return Objects.requireNonNullElse(MailParts.fileName(part), "").toLowerCase(Locale.ROOT);
    }
}
