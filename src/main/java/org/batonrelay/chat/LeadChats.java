package org.batonrelay.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.batonrelay.chat.ChatMessage.Side;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The chats of a lead, for people of the house; each method is one transaction. Whoever may see the lead may follow
 * and write; a colleague who was brought in may do so in that chat, and sees nothing else of the lead. Who may see the
 * lead is the caller's to say ({@link Follower}). A lead can have several chats: several visitors, or one who comes
 * again; without an id, the one whose visitor has spoken last is meant.
 *
 * <p>Long because all that we can do in a chat, and what we see of it, stands here in one place.
 */
@Component
@Transactional
public class LeadChats {

    private static final int MOST_CHATS = 20;
    private static final int MOST_MESSAGES = 500;

    /** @param seesLead whether they may see the lead's page */
    public record Follower(String person, boolean seesLead) {}

    /**
     * @param state {@code people} or {@code ended}
     * @param proven whether the visitor has shown that they read the mail of the address they gave; until then anybody
     *     may have typed it
     */
    public record Conversation(
            String id,
            @Nullable String name,
            @Nullable String email,
            boolean proven,
            String state,
            Instant startedAt) {}

    /**
     * A message as we see it. The text is as it was typed: show it as text.
     *
     * @param number counts up within its chat
     * @param from {@code visitor}, {@code bot}, {@code person} or, among us, {@code note}
     * @param author a user id; null for the visitor and the bot
     * @param name of whoever said it, for people
     * @param isPrivate whether the visitor never sees it
     */
    public record Line(
            String chat,
            long number,
            String from,
            @Nullable String author,
            String name,
            String text,
            Instant at,
            @JsonProperty("private") boolean isPrivate) {}

    /**
     * @param chats whose visitor has spoken last first
     * @param messages chat by chat, the oldest chat first, each in its order
     * @param last where this ends: for {@code after}, and for the {@code Last-Event-ID} of the events
     */
    public record Overview(List<Conversation> chats, List<Line> messages, String last) {}

    private final Chats chats;
    private final Threads threads;
    private final OnDuty duty;
    private final People people;
    private final Contacts contacts;
    private final Correspondence correspondence;
    private final ChatStreams streams;
    private final ChatTexts texts;
    private final Errands errands;

    LeadChats(
            Chats chats,
            Threads threads,
            OnDuty duty,
            People people,
            Contacts contacts,
            Correspondence correspondence,
            ChatStreams streams,
            ChatTexts texts,
            Errands errands) {
        this.chats = chats;
        this.threads = threads;
        this.duty = duty;
        this.people = people;
        this.contacts = contacts;
        this.correspondence = correspondence;
        this.streams = streams;
        this.texts = texts;
        this.errands = errands;
    }

    /** Whether anybody of this lead has ever chatted. */
    @Transactional(readOnly = true)
    public boolean has(LeadReference reference) {
        return !chats.of(reference, 1).isEmpty();
    }

    /** Whether this colleague was brought into a chat of this lead. */
    @Transactional(readOnly = true)
    public boolean isBroughtIn(LeadReference reference, String person) {
        return !open(reference, new Follower(person, false)).isEmpty();
    }

    /** @param after what an earlier call ended with ({@link Overview#last}); empty for everything */
    @Transactional(readOnly = true)
    public Overview of(LeadReference reference, Follower follower, @Nullable String after) {
        ReadPositions places = ReadPositions.read(after);
        List<Chat> open = open(reference, follower);
        List<Line> lines = new ArrayList<>();
        for (int i = open.size() - 1; i >= 0; i--) {
            Chat chat = open.get(i);
            for (ChatMessage message : chats.after(chat.id(), places.of(chat.id()), MOST_MESSAGES)) {
                lines.add(line(chat, message));
                places = places.with(chat.id(), message.number());
            }
        }
        return new Overview(open.stream().map(this::conversation).toList(), lines, places.toString());
    }

    /**
     * Events: each a {@link Line}, with its place as id. The stream ends after some minutes; who comes back with that
     * id as {@code Last-Event-ID} misses nothing.
     *
     * @param address of whoever listens
     */
    @Transactional(readOnly = true)
    public SseEmitter follow(LeadReference reference, Follower follower, @Nullable String after, String address) {
        return streams.open(new LeadFeed(this, reference, follower, after), address);
    }

    /**
     * Says something to the visitor, or notes it among us.
     *
     * @throws Refusal with a sentence when there is no such chat, or nothing is said
     */
    public Line say(
            LeadReference reference, Follower follower, @Nullable String chatId, String text, boolean isPrivate) {
        return say(reference, follower, chatId, text, isPrivate, false);
    }

    /** @param inSlack whether it was written in the chat's thread there, and need not be brought there */
    Line say(
            LeadReference reference,
            Follower follower,
            @Nullable String chatId,
            String text,
            boolean isPrivate,
            boolean inSlack) {
        Chat chat = chat(reference, follower, chatId);
        String said = SentWords.tidy(text);
        if (said.isEmpty() || said.length() > SentWords.LONGEST_TEXT) {
            throw new Refusal("A message has a text, of at most 4,000 characters.");
        }
        ChatMessage message = chats.say(chat.id(), isPrivate ? Side.NOTE : Side.PERSON, follower.person(), said);
        if (inSlack) {
            threads.wasWrittenThere(message);
        }
        if (!isPrivate) {
            chats.become(chat.id(), chat.stage(), Chat.Stage.PEOPLE);
            contacts.find(String.valueOf(chat.contactId()))
                    .ifPresent(to -> correspondence.sent(reference, to, Channel.CHAT, said, follower.person()));
        }
        return line(chat, message);
    }

    /**
     * Brings a colleague in: they are told, and may follow and write from then on.
     *
     * @param why a word to them, among us; may be null
     * @throws Refusal when there is no such chat or colleague
     */
    public void bringIn(
            LeadReference reference,
            Follower follower,
            @Nullable String chatId,
            String colleague,
            @Nullable String why) {
        Chat chat = chat(reference, follower, chatId);
        if (people.person(colleague).isEmpty()) {
            throw new Refusal("There is nobody here called " + colleague + ". Give a user id, such as ae-1.");
        }
        String reason = why == null ? "" : SentWords.tidy(why);
        chats.invite(chat.id(), colleague, follower.person());
        ChatMessage note = chats.say(
                chat.id(),
                Side.NOTE,
                follower.person(),
                cut("Brought in " + duty.nameOf(colleague) + (reason.isEmpty() ? "." : ": " + reason)));
        errands.later(
                null, InvitationNotice.NAME, new InvitationNotice.Invitation(chat.id(), note.number(), colleague));
    }

    /** Ends a chat; the visitor is told by whom, and that they can go on with it. Nothing happens to one that has ended. */
    public void end(LeadReference reference, Follower follower, @Nullable String chatId) {
        Chat chat = chats.lock(chat(reference, follower, chatId).id());
        if (chat.stage() == Chat.Stage.PEOPLE) {
            chats.become(chat.id(), chat.stage(), Chat.Stage.ENDED);
            chats.say(
                    chat.id(), Side.BOT, null, texts.in(chat.language(), "bot.ended", duty.nameOf(follower.person())));
        }
    }

    private Chat chat(LeadReference reference, Follower follower, @Nullable String id) {
        return open(reference, follower).stream()
                .filter(it -> id == null || it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no such chat of " + reference + "."));
    }

    private List<Chat> open(LeadReference reference, Follower follower) {
        return chats.of(reference, MOST_CHATS).stream()
                .filter(it -> follower.seesLead() || chats.isGuest(it.id(), follower.person()))
                .toList();
    }

    private Conversation conversation(Chat chat) {
        return new Conversation(
                chat.id(),
                chat.known().name(),
                chat.known().email(),
                chat.proven(),
                chat.stage().id(),
                chat.startedAt());
    }

    private Line line(Chat chat, ChatMessage message) {
        String author = message.author();
        String name = author != null
                ? duty.nameOf(author)
                : message.side() == Side.BOT
                        ? texts.in(Locale.ENGLISH, "bot.name")
                        : String.valueOf(chat.known().name());
        return new Line(
                chat.id(),
                message.number(),
                message.side().id(),
                author,
                name,
                message.text(),
                message.at(),
                message.shown() == null);
    }

    private static String cut(String text) {
        return text.length() <= SentWords.LONGEST_TEXT ? text : text.substring(0, SentWords.LONGEST_TEXT);
    }
}
