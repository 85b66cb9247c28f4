package org.batonrelay.chat;

import java.util.List;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HolderTeams;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.notice.Recipient;
import org.batonrelay.notice.Slack;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings what is said in a chat into a thread in Slack, in the channel of those who are to answer: one message a
 * transaction, each after the one before it, tried again while Slack does not answer.
 */
@Component
class SlackThread implements Errand<String> {

    private static final ErrandName<String> NAME = ErrandName.ofText("chat-to-slack");

    private final Chats chats;
    private final Threads threads;
    private final Slack slack;
    private final OnDuty duty;
    private final Batons batons;
    private final HolderTeams teams;
    private final Errands errands;
    private final String baseUrl;

    SlackThread(
            Chats chats,
            Threads threads,
            Slack slack,
            OnDuty duty,
            Batons batons,
            HolderTeams teams,
            Errands errands,
            @Value("${baton.base-url}") String baseUrl) {
        this.chats = chats;
        this.threads = threads;
        this.slack = slack;
        this.duty = duty;
        this.batons = batons;
        this.teams = teams;
        this.errands = errands;
        this.baseUrl = baseUrl;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** In the transaction of what was said. */
    @EventListener
    void on(ChatMessage said) {
        boolean known =
                chats.find(said.chat()).filter(chat -> chat.reference() != null).isPresent();
        if (known && slack.isConnected()) {
            threads.open(said.chat());
            errands.later(null, name(), said.chat());
        }
    }

    @Override
    public void run(String id) {
        Chat chat = chats.find(id).orElseThrow();
        threads.lock(id)
                .flatMap(thread -> thread.channel() == null ? begin(chat) : Optional.of(thread))
                .ifPresent(thread -> bringNext(chat, thread));
    }

    private void bringNext(Chat chat, Threads.Thread thread) {
        threads.next(thread).ifPresent(message -> {
            threads.sent(chat.id(), message.number());
            slack.say(
                    key(chat) + ":" + message.number(),
                    String.valueOf(thread.channel()),
                    text(message),
                    thread.ts(),
                    speaker(chat, message));
            errands.later(null, name(), chat.id());
        });
    }

    private Optional<Threads.Thread> begin(Chat chat) {
        return channel(chat).map(channel -> {
            Slack.Posted root = slack.say(key(chat), channel, headline(chat), null, null);
            threads.begin(chat.id(), root.channel(), root.ts());
            return new Threads.Thread(chat.id(), root.channel(), root.ts(), 0);
        });
    }

    private static String ofOrganisation(Chat chat) {
        String organisation = chat.known().organisation();
        return organisation == null || organisation.isBlank() ? "" : " of " + organisation;
    }

    private static String key(Chat chat) {
        return "chat:" + chat.id();
    }

    private String headline(Chat chat) {
        return chat.known().name() + ofOrganisation(chat) + " (" + chat.lead()
                + ") is in the chat on our website. What you write in this thread goes to them; what begins with note:"
                + " stays among us. " + baseUrl + "/leads/" + chat.lead();
    }

    /** The channel of a group that is to answer, or of the holder's team. */
    private Optional<String> channel(Chat chat) {
        List<Holder> them = duty.of(chat.lead());
        return them.stream()
                .map(holder -> holder.isGroup()
                        ? holder.id()
                        : teams.of(holder, batons.get(chat.lead()).leg()))
                .map(group -> slack.channelOf(Recipient.group(group)).orElse(null))
                .filter(channel -> channel != null)
                .findFirst();
    }

    private static String text(ChatMessage message) {
        return message.side() == ChatMessage.Side.NOTE ? "Note among us: " + message.text() : message.text();
    }

    private @Nullable String speaker(Chat chat, ChatMessage message) {
        return switch (message.side()) {
            case VISITOR -> chat.known().name() + " (visitor)";
            case BOT -> "Assistant";
            case PERSON, NOTE -> duty.nameOf(String.valueOf(message.author()));
        };
    }
}
