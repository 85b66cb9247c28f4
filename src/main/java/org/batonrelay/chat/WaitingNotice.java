package org.batonrelay.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who are to answer that somebody waits in the chat: once a burst, not for every line, and not while one of
 * us is talking to them.
 */
@Component
class WaitingNotice implements Errand<WaitingNotice.Waiting> {

    private static final ErrandName<Waiting> NAME = new ErrandName<>("chat-waiting", Waiting.class);

    record Waiting(String chat, long message) {}

    private static final Duration QUIET = Duration.ofMinutes(15);

    private final Chats chats;
    private final OnDuty duty;
    private final HouseLetters letters;
    private final Errands errands;
    private final Clock clock;
    private final String baseUrl;

    WaitingNotice(
            Chats chats,
            OnDuty duty,
            HouseLetters letters,
            Errands errands,
            Clock clock,
            @Value("${baton.base-url}") String baseUrl) {
        this.chats = chats;
        this.duty = duty;
        this.letters = letters;
        this.errands = errands;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Override
    public ErrandName<Waiting> name() {
        return NAME;
    }

    /** Whether the chat was quiet until now; from now on it is not. */
    @Transactional
    public boolean beginsBurst(Chat chat) {
        Instant recently = clock.instant().minus(QUIET);
        boolean quiet = (chat.toldAt() == null || chat.toldAt().isBefore(recently))
                && chats.lastAnswered(chat.id()).filter(recently::isBefore).isEmpty();
        if (quiet) {
            chats.peopleWereTold(chat.id());
        }
        return quiet;
    }

    void tell(Chat chat) {
        errands.later(null, NAME, new Waiting(chat.id(), chat.lastNumber()));
    }

    @Override
    public void run(Waiting told) {
        Chat chat = chats.find(told.chat()).orElseThrow();
        LeadReference reference = chat.lead();
        for (Holder reader : duty.of(reference)) {
            letters.write(
                    "chat-waiting:" + told.chat() + ":" + told.message(),
                    "chat-waiting",
                    reference,
                    reader,
                    Map.of(
                            "who", String.valueOf(chat.known().name()),
                            "said", said(chat),
                            "chat", baseUrl + "/leads/" + reference + "/conversation"));
        }
    }

    private String said(Chat chat) {
        return chats.after(chat.id(), 0, 200).stream()
                .filter(it -> it.side() == ChatMessage.Side.VISITOR)
                .map(ChatMessage::text)
                .reduce((earlier, later) -> later)
                .orElse("");
    }
}
