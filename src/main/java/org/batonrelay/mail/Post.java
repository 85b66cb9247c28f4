package org.batonrelay.mail;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.batonrelay.engine.PutOff;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends letters. Call it from an asynchronous step: it speaks SMTP and throws when the server does not take the mail, so
 * that the step is retried and nothing is marked sent. What the server has taken is never sent again, whatever becomes of
 * the step: that it has is on record in a transaction of its own, which ends before anything else can go wrong. The
 * ledger is told in the step's transaction, and by whoever repeats the step.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class Post {

    /** What the server has taken while the database was away: the next attempt puts it on record and sends nothing. */
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private final OutgoingMail server;
    private final MailSettings settings;
    private final Wordings wordings;
    private final MimeWriter writer;
    private final SentMails sent;
    private final SentLetters letters;
    private final ReadersWishes wishes;
    private final UnrecordedMails unrecorded;
    private final PutOff putOff;
    private final TransactionTemplate apart;

    Post(
            OutgoingMail server,
            MailSettings settings,
            Wordings wordings,
            MimeWriter writer,
            SentMails sent,
            SentLetters letters,
            ReadersWishes wishes,
            UnrecordedMails unrecorded,
            PutOff putOff,
            PlatformTransactionManager transactions) {
        this.server = server;
        this.settings = settings;
        this.wordings = wordings;
        this.writer = writer;
        this.sent = sent;
        this.letters = letters;
        this.wishes = wishes;
        this.unrecorded = unrecorded;
        this.putOff = putOff;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sends unless a letter of this key has been sent. Publishes {@link MailSent} at the end of the caller's step, in its
     * transaction. Of two senders at a time the second waits and then sends nothing. What no person wrote is not sent to somebody who wants no such mail, and nothing says that it was.
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
        String messageId = sent.messageIdOf(letter.key()).orElseGet(() -> deliver(letter));
        // what others on this lead may have to wait for comes after all that the server may take its time for
        putOff.untilTheEnd(() -> unrecorded.record(letter.key()));
        return messageId;
    }

    private String deliver(Letter letter) {
        String messageId = Objects.requireNonNull(apart.execute(status -> {
            sent.waitForOthers(letter.key());
            return sent.messageIdOf(letter.key()).orElseGet(() -> handOver(letter));
        }));
        taken.remove(letter.key());
        return messageId;
    }

    private String handOver(Letter letter) {
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
        MimeMessage mail = writer.write(letter, wording, facts, continued);
        sent.add(facts);
        letters.keep(letter);
        if (taken.add(letter.key())) {
            try {
                server.take(mail);
            } catch (MailException e) {
                taken.remove(letter.key());
                throw e;
            }
        }
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
        return writer.textsOf(letter, wordings.of(letter));
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
