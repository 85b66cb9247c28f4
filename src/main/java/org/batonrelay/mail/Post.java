package org.batonrelay.mail;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends letters. Call it from an asynchronous step: it speaks SMTP inside the caller's transaction and throws when the
 * server does not take the mail, so that the step is retried and nothing is marked sent.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class Post {

    private final JavaMailSender server;
    private final MailSettings settings;
    private final Wordings wordings;
    private final Penmanship penmanship;
    private final SentMails sent;
    private final SentLetters letters;
    private final ReadersWishes wishes;
    private final ApplicationEventPublisher events;

    Post(
            JavaMailSender server,
            MailSettings settings,
            Wordings wordings,
            Penmanship penmanship,
            SentMails sent,
            SentLetters letters,
            ReadersWishes wishes,
            ApplicationEventPublisher events) {
        this.server = server;
        this.settings = settings;
        this.wordings = wordings;
        this.penmanship = penmanship;
        this.sent = sent;
        this.letters = letters;
        this.wishes = wishes;
        this.events = events;
    }

    /**
     * Sends unless a letter of this key has been sent. Publishes {@link MailSent} in the caller's transaction. The row
     * is written before the server is asked, so that of two senders at a time the second waits and then sends nothing.
     * What no person wrote is not sent to somebody who wants no such mail, and nothing says that it was.
     *
     * @return the Message-ID that it has, or would have
     * @throws org.springframework.mail.MailException when the server cannot be reached or refuses the mail
     */
    @Transactional
    public String send(Letter letter) {
        if (!letter.automatic()) {
            return sendAsked(letter);
        }
        return wishes.wantsNothingAutomatic(letter.toAddress())
                ? messageId(letter.key())
                : sendAsked(stoppable(letter));
    }

    /** The same for what its reader has asked for a moment ago: it goes to whoever asks, whatever else they want. */
    @Transactional
    public String sendAsked(Letter letter) {
        Optional<String> before = sent.messageIdOf(letter.key());
        if (before.isPresent()) {
            return before.get();
        }
        Wording wording = wordings.of(letter);
        MailSent facts = new MailSent(
                letter.key(),
                messageId(letter.key()),
                letter.reference(),
                letter.template(),
                letter.toAddress(),
                wording.subject());
        Optional<String> continued = Optional.ofNullable(letter.answers())
                .flatMap(it -> it.startsWith("<") ? Optional.of(it) : sent.messageIdOf(it));
        MimeMessage mail = penmanship.write(letter, wording, facts, continued);
        sent.add(facts);
        letters.keep(letter);
        server.send(mail);
        events.publishEvent(facts);
        return facts.messageId();
    }

    private Letter stoppable(Letter letter) {
        return Optional.ofNullable(letter.reference())
                .flatMap(it -> wishes.stopPage(it, letter.toAddress()))
                .map(letter::stoppedAt)
                .orElse(letter);
    }

    /** What its readers saw, as plain text: of the text, and of the page. */
    List<String> textsOf(Letter letter) {
        return penmanship.textsOf(letter, wordings.of(letter));
    }

    private String messageId(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@" + settings.domain() + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is always there", e);
        }
    }
}
