package org.batonrelay.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has left the house, for those to whom an answer or a failure to it comes back. */
@Component
@Transactional
public class Outbox {

    private final SentMails sent;
    private final SentLetters letters;
    private final Post post;

    Outbox(SentMails sent, SentLetters letters, Post post) {
        this.sent = sent;
        this.letters = letters;
        this.post = post;
    }

    /** The first of these Message-IDs that is a mail of ours. */
    @Transactional(readOnly = true)
    public Optional<SentMail> firstOf(Collection<String> messageIds) {
        return messageIds.stream()
                .flatMap(id -> sent.withMessageId(id).stream())
                .findFirst();
    }

    /** Whether a letter of this key has left the house. */
    @Transactional(readOnly = true)
    public boolean isSent(String key) {
        return sent.messageIdOf(key).isPresent();
    }

    /** The newest mail about a lead to this address. */
    @Transactional(readOnly = true)
    public Optional<SentMail> lastTo(String address) {
        return sent.lastTo(address);
    }

    /** What the readers of a letter saw, as plain text: of its text, and of its page; none of a letter that is not kept. */
    @Transactional(readOnly = true)
    public List<String> textsOf(String key) {
        return letters.find(key).map(post::textsOf).orElse(List.of());
    }

    /**
     * Sends a letter again as it was, to another address, or to the same one that works again; speaks SMTP.
     *
     * @return whether it was sent: it is not kept when it says nothing without what it enclosed
     */
    public boolean again(String key, String address) {
        return letters.find(key)
                .map(letter -> new Letter(
                        letter.key() + ":again:" + Integer.toHexString(address.hashCode()),
                        letter.template(),
                        letter.language(),
                        letter.toName(),
                        address,
                        letter.modelWithoutEnclosed(),
                        letter.reference(),
                        letter.fromName(),
                        letter.replyTo(),
                        letter.automatic(),
                        letter.answers(),
                        letter.attachments()))
                .map(post::send)
                .isPresent();
    }
}
