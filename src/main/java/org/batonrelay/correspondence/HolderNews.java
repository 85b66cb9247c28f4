package org.batonrelay.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Says when whoever holds a lead is told of a message: at once as long as there are few of them and somebody is at work
 * who reads it; else together with what comes meanwhile. So a client who floods us fills nobody's mailbox, and a night's
 * mail is one notice in the morning. In the caller's transaction.
 */
@Component
@EnableConfigurationProperties(MessageSettings.class)
class HolderNews {

    private final Messages messages;
    private final WaitingMessages waiting;
    private final ReaderToday reader;
    private final Notices notices;
    private final Errands errands;
    private final MessageSettings settings;
    private final Clock clock;

    HolderNews(
            Messages messages,
            WaitingMessages waiting,
            ReaderToday reader,
            Notices notices,
            Errands errands,
            MessageSettings settings,
            Clock clock) {
        this.messages = messages;
        this.waiting = waiting;
        this.reader = reader;
        this.notices = notices;
        this.errands = errands;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param hint what the reader is to know beside the words; see {@link MessageNotice} */
    void tell(Message message, String hint) {
        LeadReference reference = message.reference();
        Instant now = clock.instant();
        Instant then = now.plus(settings.every());
        boolean many = messages.receivedSince(reference, now.minus(settings.every())) > settings.atOnce();
        Optional<Instant> quiet = quietUntil(reference);
        if (many || quiet.isPresent() || waiting.isOpen(reference)) {
            together(
                    message,
                    hint,
                    quiet.filter(end -> !many || end.isAfter(then)).orElse(many ? then : now));
        } else {
            errands.later(null, MessageNotice.NAME, new MessageNotice.Received(message.id(), hint));
        }
    }

    /** Not before some time has gone by, in which it may have been answered. */
    void tellLater(Message message) {
        together(message, "", clock.instant().plus(settings.every()));
    }

    /** When somebody who reads it works again; empty where somebody does now. */
    Optional<Instant> quietUntil(LeadReference reference) {
        return notices.quietUntil(Recipient.of(reader.of(reference).value()));
    }

    private void together(Message message, String hint, Instant due) {
        boolean first = waiting.open(message.reference());
        waiting.add(message, hint);
        if (first) {
            errands.at(due, MessageRound.NAME, message.reference().value());
        }
    }
}
