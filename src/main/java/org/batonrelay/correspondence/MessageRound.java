package org.batonrelay.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.batonrelay.correspondence.WaitingMessages.Waiting;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** The time has come to tell of the messages of a lead that have waited: one as ever, several in one notice. */
@Component
class MessageRound implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("messages-waiting");

    private final WaitingMessages waiting;
    private final Messages messages;
    private final HolderNews news;
    private final Errands errands;

    MessageRound(WaitingMessages waiting, Messages messages, HolderNews news, Errands errands) {
        this.waiting = waiting;
        this.messages = messages;
        this.news = news;
        this.errands = errands;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** @param written the lead; whose holder may be another by now, who works at other hours */
    @Override
    public void run(String written) {
        LeadReference reference = new LeadReference(written);
        Optional<Instant> quiet = news.quietUntil(reference);
        if (quiet.isPresent()) {
            errands.at(quiet.get(), NAME, written);
        } else {
            tell(reference);
        }
    }

    private void tell(LeadReference reference) {
        List<Waiting> wait = waiting.close(reference).stream()
                .filter(it -> !isAnsweredInChat(it))
                .toList();
        if (wait.size() == 1) {
            errands.later(
                    null,
                    MessageNotice.NAME,
                    new MessageNotice.Received(
                            wait.get(0).messageId(), wait.get(0).hint()));
        } else if (!wait.isEmpty()) {
            errands.later(null, ManyMessagesNotice.NAME, ManyMessagesNotice.Received.of(wait));
        }
    }

    private boolean isAnsweredInChat(Waiting it) {
        Message message = messages.find(it.messageId()).orElseThrow();
        return message.channel() == Channel.CHAT
                && messages.isAnswered(message.reference(), Channel.CHAT, message.at());
    }
}
