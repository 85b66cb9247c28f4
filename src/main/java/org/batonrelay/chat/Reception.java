package org.batonrelay.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.chat.ChatMessage.Side;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.InvalidLead.Fault;
import org.batonrelay.lead.Leads;
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
    private final LeadFromChat lead;
    private final Leads leads;
    private final Batons batons;
    private final Correspondence correspondence;
    private final Contacts contacts;
    private final WaitingNotice waiting;
    private final OnDuty duty;
    private final ChatTexts texts;
    private final Errands errands;
    private final GoneVisitors gone;
    private final TransactionTemplate transaction;

    Reception(
            Chats chats,
            Bot bot,
            LeadFromChat lead,
            Leads leads,
            Batons batons,
            Correspondence correspondence,
            Contacts contacts,
            WaitingNotice waiting,
            OnDuty duty,
            ChatTexts texts,
            Errands errands,
            GoneVisitors gone,
            TransactionTemplate transaction) {
        this.chats = chats;
        this.bot = bot;
        this.lead = lead;
        this.leads = leads;
        this.batons = batons;
        this.correspondence = correspondence;
        this.contacts = contacts;
        this.waiting = waiting;
        this.duty = duty;
        this.texts = texts;
        this.errands = errands;
        this.gone = gone;
        this.transaction = transaction;
    }

    /** Begins a chat, with the bot's first words in it; a client who is known is not asked who they are. */
    void welcome(String id, String keyHash, Locale language, Optional<Contact> known) {
        transaction.executeWithoutResult(tx -> {
            chats.start(id, keyHash, language);
            known.ifPresent(contact -> recognise(id, contact));
            chats.say(
                    id,
                    Side.BOT,
                    null,
                    known.map(it -> texts.in(language, "bot.hello.again", it.name()))
                            .orElseGet(() -> bot.hello(language)));
        });
    }

    /** A sleeping lead wakes as with anybody who comes back: its client's first word is taken in like a stranger's. */
    private void recognise(String id, Contact contact) {
        String organisation = leads.get(contact.reference()).organisation();
        chats.learn(id, new Known(contact.name(), contact.email(), organisation, null, null, 0));
        chats.prove(id);
        if (batons.get(contact.reference()).state() != Baton.State.RECYCLED) {
            chats.belongsTo(id, contact.reference(), contact.id());
        }
    }

    /** @return the place behind which everything is new for the visitor: their own word, and what the bot answers */
    long hear(String id, String text) {
        ChatMessage said = transaction.execute(tx -> store(id, text));
        if (chats.find(id).orElseThrow().isComplete()) {
            takeIn(id);
        }
        Long place = said == null ? null : said.shown();
        return place == null ? 0 : place - 1;
    }

    private ChatMessage store(String id, String text) {
        Chat chat = chats.lock(id);
        ChatMessage said = chats.say(id, Side.VISITOR, null, text);
        if (chat.reference() == null) {
            Bot.Turn turn = bot.hear(chat.known(), text, chat.language());
            chats.learn(id, turn.known());
            if (turn.says() == null) {
                errands.later(null, LeadFromChat.NAME, id);
            } else if (turn.known().canBeReached()) {
                gone.lookLater(id);
                chats.say(id, Side.BOT, null, turn.says());
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
            chats.become(chat.id(), chat.stage(), Chat.Stage.PEOPLE);
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
            lead.takeIn(id);
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
            if (turn.known().canBeReached()) {
                gone.lookLater(id);
            }
            if (turn.says() != null) {
                chats.say(id, Side.BOT, null, turn.says());
            }
        }
    }
}
