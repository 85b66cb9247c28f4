package org.batonrelay.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what stands on a letter's outside: the headers that contract.md promises. */
@Component
class Envelope {

    private final MailSettings settings;
    private final HouseName house;
    private final Clock clock;

    Envelope(MailSettings settings, HouseName house, Clock clock) {
        this.settings = settings;
        this.house = house;
        this.clock = clock;
    }

    /** @param continued the Message-ID of the mail that this one goes on from */
    void address(MimeMessage mail, Letter letter, MailSent facts, Optional<String> continued)
            throws MessagingException {
        String sender = Objects.requireNonNullElse(letter.fromName(), house.value());
        mail.setFrom(address(settings.sender(), sender));
        mail.setRecipient(RecipientType.TO, address(letter.toAddress(), letter.toName()));
        if (letter.replyTo() != null) {
            mail.setReplyTo(new InternetAddress[] {address(letter.replyTo(), sender)});
        }
        mail.setSubject(facts.subject(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Message-ID", facts.messageId());
        if (letter.reference() != null) {
            mail.setHeader("X-Baton-Lead", Escape.oneLine(letter.reference()));
        }
        if (continued.isPresent()) {
            mail.setHeader("In-Reply-To", continued.get());
            mail.setHeader("References", continued.get());
        }
        if (letter.automatic()) {
            // RFC 3834: an acknowledgement answers somebody, everything else is of our own accord
            boolean answer = letter.template().startsWith("acknowledge");
            mail.setHeader("Auto-Submitted", answer ? "auto-replied" : "auto-generated");
        }
        if (letter.model().get(Letter.STOP) instanceof String page) {
            // RFC 8058: the reader's mail program posts to it, and a GET only asks
            mail.setHeader("List-Unsubscribe", "<" + page + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    /** Takes one address only: a comma or line break smuggled into it is refused. */
    private static InternetAddress address(String address, @Nullable String name) throws MessagingException {
        try {
            int at = address.lastIndexOf('@');
            String ascii = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
            InternetAddress valid = new InternetAddress(ascii, true);
            valid.setPersonal(
                    name == null || name.isBlank() ? null : Escape.oneLine(name), StandardCharsets.UTF_8.name());
            return valid;
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is always there", e);
        }
    }
}
