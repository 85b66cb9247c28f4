package org.batonrelay.chat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.batonrelay.chat.ChatMessage.Side;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.InvalidLead.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives visitors. What a visitor says is stored in a transaction of its own before anything is done with it; the
 * lead is then taken in at once, and, should that fail or the program end in between, by the errand that stands on the
 * engine's list since the visitor's word was stored.
 */
@Component
class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Chats chats;
    private final Bot bot;
    private final LeadFromChat leads;
    private final Correspondence correspondence;
    private final Contacts contacts;
    private final WaitingNotice waiting;
    private final OnDuty duty;
    private final ChatTexts texts;
    private final Errands errands;
    private final TransactionTemplate transaction;

    Reception(
            Chats chats,
            Bot bot,
            LeadFromChat leads,
            Correspondence correspondence,
            Contacts contacts,
            WaitingNotice waiting,
            OnDuty duty,
            ChatTexts texts,
            Errands errands,
            TransactionTemplate transaction) {
        this.chats = chats;
        this.bot = bot;
        this.leads = leads;
        this.correspondence = correspondence;
        this.contacts = contacts;
        this.waiting = waiting;
        this.duty = duty;
        this.texts = texts;
        this.errands = errands;
        this.transaction = transaction;
    }

    /** Begins a chat, with the bot's first words in it. */
    void welcome(String id, String keyHash, Locale language) {
        transaction.executeWithoutResult(tx -> {
            chats.start(id, keyHash, language);
            chats.say(id, Side.BOT, null, bot.hello(language));
        });
    }

    /** @return what is new for the visitor: their own word, and what the bot answers */
    List<ChatMessage> hear(String id, String text) {
        ChatMessage said = transaction.execute(tx -> store(id, text));
        if (said == null) {
            throw new IllegalStateException("what is said is stored");
        }
        if (chats.find(id).orElseThrow().isComplete()) {
            takeIn(id);
        }
        return chats.shownAfter(id, shown(said) - 1, 10);
    }

    private static long shown(ChatMessage said) {
        Long shown = said.shown();
        return shown == null ? 0 : shown;
    }

    private ChatMessage store(String id, String text) {
        Chat chat = chats.lock(id);
        ChatMessage said = chats.say(id, Side.VISITOR, null, text);
        if (chat.reference() == null) {
            Bot.Turn turn = bot.hear(chat.known(), text, chat.language());
            chats.learn(id, turn.known());
            if (turn.says() == null) {
                errands.later(null, LeadFromChat.NAME, id);
            } else {
                chats.say(id, Side.BOT, null, turn.says());
            }
        } else {
            tellPeople(chat, text);
        }
        return said;
    }

    private void tellPeople(Chat chat, String text) {
        if (chat.stage() == Chat.Stage.ENDED) {
            chats.become(chat.id(), Chat.Stage.PEOPLE);
        }
        contacts.find(String.valueOf(chat.contactId()))
                .ifPresent(contact ->
                        correspondence.received(contact.reference(), contact, Channel.CHAT, text, null, null));
        if (waiting.beginsBurst(chat)) {
            // whoever holds the lead hears of it with every message that begins to be one; others would not
            if (duty.isOffered(chat.lead())) {
                waiting.tell(chat);
            }
            duty.closedUntil(chat.lead(), chat.language())
                    .ifPresent(when ->
                            chats.say(chat.id(), Side.BOT, null, texts.in(chat.language(), "bot.closed", when)));
        }
    }

    private void takeIn(String id) {
        try {
            leads.takeIn(id);
        } catch (InvalidLead invalid) {
            transaction.executeWithoutResult(tx -> askAgain(id, invalid));
        } catch (RuntimeException later) {
            LOG.warn("the lead of chat {} is taken in later: {}", id, later.toString());
        }
    }

    private void askAgain(String id, InvalidLead invalid) {
        Chat chat = chats.lock(id);
        if (chat.isComplete()) {
            Bot.Turn turn = bot.askAgain(
                    chat.known(),
                    invalid.faults().stream().map(Fault::field).collect(Collectors.toSet()),
                    chat.language());
            chats.learn(id, turn.known());
            if (turn.says() != null) {
                chats.say(id, Side.BOT, null, turn.says());
            }
        }
    }
}
