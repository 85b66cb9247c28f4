package org.batonrelay.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.batonrelay.mail.Letter.Attachment;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Writes a letter as the message that goes over the wire. */
@Component
class MimeWriter {

    private final JavaMailSender server;
    private final MailRenderer renderer;
    private final Envelope envelope;

    MimeWriter(JavaMailSender server, MailRenderer renderer, Envelope envelope) {
        this.server = server;
        this.renderer = renderer;
        this.envelope = envelope;
    }

    /** @param continued the Message-ID of the mail that this one goes on from */
    MimeMessage write(Letter letter, Wording wording, MailSent facts, Optional<String> continued) {
        try {
            MimeMessage mail = server.createMimeMessage();
            envelope.address(mail, letter, facts, continued);
            mail.setContent(content(letter, wording));
            return mail;
        } catch (MessagingException e) {
            throw new MailPreparationException(
                    "The mail '" + letter.template() + "' to '" + letter.toAddress() + "' cannot be written: "
                            + e.getMessage(),
                    e);
        }
    }

    List<String> textsOf(Letter letter, Wording wording) {
        return List.of(renderer.text(wording), PageText.of(renderer.html(wording, letter.language())));
    }

    /** An invitation stands beside text and HTML as another form of the same mail: that is what calendars look for. */
    private MimeMultipart content(Letter letter, Wording wording) throws MessagingException {
        MimeMultipart forms = new MimeMultipart("alternative");
        forms.addBodyPart(text(renderer.text(wording), "plain"));
        forms.addBodyPart(text(renderer.html(wording, letter.language()), "html"));
        MimeMultipart whole = new MimeMultipart("mixed", part(forms));
        for (Attachment attachment : letter.attachments()) {
            (attachment.type().startsWith("text/calendar") ? forms : whole).addBodyPart(part(attachment));
        }
        return whole.getCount() == 1 ? forms : whole;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }

    private static BodyPart part(MimeMultipart forms) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(forms);
        return part;
    }

    private static BodyPart part(Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
        part.setFileName(Escape.oneLine(attachment.name()));
        return part;
    }
}
