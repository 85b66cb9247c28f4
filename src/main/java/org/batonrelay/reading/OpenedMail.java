package org.batonrelay.reading;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batonrelay.mail.PageText;

/** A mail taken apart: its headers, its parts, and what it says. */
record OpenedMail(MailHeaders headers, MailParts parts, String text) {

    /** Only the page shows it. */
    private static final Pattern CROSSED_OUT = Pattern.compile("(?i)<(s|strike|del)[\\s>]|line-through");

    private static final String ENCRYPTED =
            "(This mail is encrypted, and Baton cannot read it. It lies as it came in the"
                    + " mailbox that Baton empties, in the folder of the mails that were taken: open it there, or ask for it unencrypted.)";

    /** @throws UnreadableMail when it cannot be taken apart within bounds */
    static OpenedMail open(byte[] raw) {
        try {
            MimeMessage mail =
                    new MimeMessage(Session.getInstance(new Properties()), new SharedByteArrayInputStream(raw));
            MailParts parts = MailParts.of(mail);
            return new OpenedMail(new MailHeaders(mail), parts, text(parts));
        } catch (MessagingException e) {
            throw new UnreadableMail("It is no mail that can be read: " + e.getMessage());
        }
    }

    /** Plain text and page, whichever it has, and what is read of it when it has neither. */
    List<String> forms() {
        List<String> forms = Stream.of(parts.body("text/plain"), PageText.of(parts.body("text/html")))
                .filter(it -> !it.isBlank())
                .toList();
        return forms.isEmpty() ? List.of(text) : forms;
    }

    private static String text(MailParts parts) {
        String plain = parts.body("text/plain");
        String page = parts.body("text/html");
        if (plain.isBlank() && page.isBlank() && parts.isEncrypted()) {
            return ENCRYPTED;
        }
        return plain.isBlank() || CROSSED_OUT.matcher(page).find() ? PageText.of(page) : plain;
    }
}
