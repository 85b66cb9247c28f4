package org.batonrelay.chat;

import java.util.Locale;
import org.batonrelay.chat.ChatMessage.Side;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.lead.Capture;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.InvalidLead;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the lead of a chat, or joins the one that its organisation has: exactly once, because whoever does it holds
 * the chat's lock, and lead and chat are written in one transaction.
 */
@Component
class LeadFromChat implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("lead-from-chat");

    private final Chats chats;
    private final Capture capture;
    private final Contacts contacts;
    private final OnDuty duty;
    private final WaitingNotice waiting;
    private final ChatTexts texts;

    LeadFromChat(Chats chats, Capture capture, Contacts contacts, OnDuty duty, WaitingNotice waiting, ChatTexts texts) {
        this.chats = chats;
        this.capture = capture;
        this.contacts = contacts;
        this.duty = duty;
        this.waiting = waiting;
        this.texts = texts;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** Nothing happens when its lead is there already. */
    @Override
    @Transactional
    public void run(String chat) {
        takeIn(chat);
    }

    /** @throws InvalidLead when the house cannot take what the visitor has told of themselves */
    @Transactional
    public void takeIn(String id) {
        Chat chat = chats.lock(id);
        if (chat.isComplete()) {
            takeIn(chat);
        }
    }

    /** The same of a visitor who has left without telling all. */
    @Transactional
    public void takeInAsItIs(String id) {
        Chat chat = chats.lock(id);
        if (chat.reference() == null && chat.known().canBeReached()) {
            takeIn(chat);
        }
    }

    private void takeIn(Chat chat) {
        String id = chat.id();
        NewLead told = lead(chat);
        Capture.Captured captured = capture.capture(told);
        LeadReference reference = captured.reference();
        chats.belongsTo(
                id,
                reference,
                contacts.find(reference, told.email()).map(Contact::id).orElse(null));
        chats.say(id, Side.BOT, null, passedOn(chat, told.name(), captured));
        if (waiting.beginsBurst(chat) && (!captured.joined() || duty.isOffered(reference))) {
            waiting.tell(chat);
        }
    }

    /** Anybody can type anybody's address: who looks after a client of ours is told to those who have shown theirs. */
    private String passedOn(Chat chat, String name, Capture.Captured captured) {
        Locale language = chat.language();
        boolean stranger = captured.joined() && !chat.proven();
        String who = stranger ? duty.nameOfFirst() : duty.namesOf(captured.reference());
        String passed = texts.in(language, "bot.passed", name, who);
        String then = (stranger ? duty.closedUntil(language) : duty.closedUntil(captured.reference(), language))
                .map(when -> texts.in(language, "bot.closed", when))
                .orElseGet(() -> texts.in(language, "bot.open"));
        return passed + " " + then;
    }

    /** Whoever chats waits for somebody: they want to be contacted. */
    private NewLead lead(Chat chat) {
        Known known = chat.known();
        return NewLead.of(text(known.name()), text(known.email()), text(known.organisation()))
                .with(LeadField.LANGUAGE, chat.language().getLanguage())
                .with(LeadField.SOURCE, "chat")
                .with(LeadField.MESSAGE, known.words() == null ? firstWords(chat) : known.words())
                .with(LeadField.WANTS_CONTACT, true);
    }

    private @Nullable String firstWords(Chat chat) {
        return chats.after(chat.id(), 0, 10).stream()
                .filter(it -> it.side() == Side.VISITOR)
                .map(ChatMessage::text)
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable String known) {
        return known == null ? "" : known;
    }
}
