package org.batonrelay.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.batonrelay.baton.Batons;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is said between a client and us. Every word is stored, on the timeline and published as a {@link Message} event
 * in the caller's transaction; telling people of it is an errand of its own.
 */
@Component
@Transactional
public class Correspondence {

    private static final int LONGEST = 100_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_AUTHOR = 300;
    private static final int EXCERPT = 2000;
    /** Whoever is in the middle of a chat need not be told of each line, unless nobody answers. */
    private static final Duration TALK = Duration.ofMinutes(15);

    private final Messages messages;
    private final Batons batons;
    private final Ledger ledger;
    private final HolderNews news;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Correspondence(
            Messages messages,
            Batons batons,
            Ledger ledger,
            HolderNews news,
            Clock clock,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.batons = batons;
        this.ledger = ledger;
        this.news = news;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A client has said something, {@code message.received}; today's holder hears of it, and can answer from there.
     *
     * @param text as they wrote it, without what they quote
     * @param mailId the stored mail that brought it
     */
    public Message received(
            LeadReference reference,
            Contact from,
            Channel channel,
            String text,
            @Nullable String subject,
            @Nullable String mailId) {
        Instant lately = clock.instant().minus(TALK);
        boolean talking = channel == Channel.CHAT && messages.isTalking(reference, from.id(), channel, lately);
        Message message = heard(reference, Speaker.of(from), channel, text, subject, mailId);
        if (!talking) {
            tellHolder(message, "");
        } else if (!messages.isAnswered(reference, channel, lately)) {
            news.tellLater(message);
        }
        return message;
    }

    /** The same, and nobody need be told: what it means is seen to already. */
    public Message heard(
            LeadReference reference,
            Speaker from,
            Channel channel,
            String text,
            @Nullable String subject,
            @Nullable String mailId) {
        Message message = keep(
                reference,
                from.contactId(),
                channel,
                Message.Direction.FROM_CLIENT,
                "client:" + from.address(),
                subject,
                text,
                mailId);
        record(message, EntryType.MESSAGE_RECEIVED, "from", from.name());
        return message;
    }

    /** @param hint what the holder is to know beside the words; see {@link MessageNotice} */
    public void tellHolder(Message message, String hint) {
        news.tell(message, hint);
    }

    /** One of us has said something to a client: {@code message.sent}. It is on record; bringing it there is the channel's. */
    public Message sent(LeadReference reference, Contact to, Channel channel, String text, String author) {
        return told(reference, Speaker.of(to), channel, text, null, author, null);
    }

    /** The same by mail, with what it is about. */
    public Message told(
            LeadReference reference,
            Speaker to,
            Channel channel,
            String text,
            @Nullable String subject,
            String author,
            @Nullable String mailId) {
        Message message =
                keep(reference, to.contactId(), channel, Message.Direction.TO_CLIENT, author, subject, text, mailId);
        record(message, EntryType.MESSAGE_SENT, "to", to.name());
        batons.touch(reference);
        return message;
    }

    /** Everything that was said, oldest first. */
    @Transactional(readOnly = true)
    public List<Message> of(LeadReference reference) {
        return messages.of(reference);
    }

    @Transactional(readOnly = true)
    public Optional<Message> find(String id) {
        return messages.find(id);
    }

    private Message keep(
            LeadReference reference,
            @Nullable String contactId,
            Channel channel,
            Message.Direction direction,
            String author,
            @Nullable String subject,
            String text,
            @Nullable String mailId) {
        Message message = new Message(
                UUID.randomUUID().toString(),
                reference,
                contactId,
                channel,
                direction,
                cut(author, LONGEST_AUTHOR),
                subject == null ? null : cut(subject, LONGEST_SUBJECT),
                cut(text, LONGEST),
                clock.instant(),
                mailId);
        messages.add(message);
        events.publishEvent(message);
        return message;
    }

    private void record(Message message, EntryType type, String side, String name) {
        ledger.append(NewEntry.of(message.reference(), type)
                .by(message.author())
                .leg(batons.get(message.reference()).leg().id())
                .with(side, name)
                .with("channel", message.channel().id())
                .with("subject", message.subject())
                .with("text", cut(message.text(), EXCERPT))
                .with("message", message.id()));
    }

    /** Without NUL as well, which a database that keeps everything else does not keep. */
    public static String cut(String words, int longest) {
        String text = words.replace("\0", "");
        return text.length() <= longest
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest) + "…";
    }
}
