package org.batonrelay.chat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.batonrelay.chat.ChatMessage.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a visitor sees: the look of the chat, and what is said in it. */
@Component
class Showcase {

    private static final List<String> TEXTS = List.of(
            "open",
            "title",
            "close",
            "input",
            "send",
            "you",
            "log",
            "on-duty",
            "connecting",
            "lost",
            "failed",
            "long",
            "busy",
            "remember",
            "remember.yes",
            "remember.no",
            "code",
            "code.send",
            "code.wrong",
            "remembered",
            "forget",
            "welcome",
            "contact",
            "items",
            "documents",
            "page",
            "us",
            "client",
            "by");

    /**
     * A message as the visitor gets it; nothing in it is ours alone. The text is as it was typed: whoever shows it, shows
     * it as text.
     *
     * @param id counts up from 1 within the chat; the {@code Last-Event-ID} of its events
     * @param from {@code visitor}, {@code bot} or {@code person}
     * @param name of the person or the bot; null for the visitor
     * @param picture the address of the person's picture
     */
    record Said(
            long id,
            String from,
            @Nullable String name,
            @Nullable String picture,
            String text,
            Instant at) {}

    /**
     * @param people who is there, with their pictures
     * @param zone the house's, in which the times of messages are shown
     * @param closedUntil from when on somebody answers; null while they do
     * @param texts of the widget in the visitor's language, by name
     */
    record Look(
            String language,
            String title,
            String color,
            String zone,
            List<Face> people,
            @Nullable String closedUntil,
            Map<String, String> texts) {}

    record Face(String name, @Nullable String picture) {}

    private final ChatSettings settings;
    private final ChatTexts texts;
    private final OnDuty duty;
    private final Portraits portraits;

    Showcase(ChatSettings settings, ChatTexts texts, OnDuty duty, Portraits portraits) {
        this.settings = settings;
        this.texts = texts;
        this.duty = duty;
        this.portraits = portraits;
    }

    Look look(Locale language) {
        String title = settings.title();
        return new Look(
                language.getLanguage(),
                title == null ? texts.in(language, "widget.title") : title,
                settings.color(),
                duty.zone(),
                settings.people().stream()
                        .map(id -> new Face(duty.nameOf(id), portraits.addressOf(id)))
                        .toList(),
                duty.closedUntil(language).orElse(null),
                TEXTS.stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> texts.in(language, "widget." + name),
                                (a, b) -> a,
                                TreeMap::new)));
    }

    /** @throws IllegalArgumentException for a note among us, which no visitor ever sees */
    Said show(ChatMessage message, Locale language) {
        Long place = message.shown();
        if (place == null || message.side() == Side.NOTE) {
            throw new IllegalArgumentException("a note among us is shown to nobody else");
        }
        String author = message.author();
        return new Said(
                place,
                message.side().id(),
                message.side() == Side.BOT
                        ? texts.in(language, "bot.name")
                        : author == null ? null : duty.nameOf(author),
                author == null ? null : portraits.addressOf(author),
                message.text(),
                message.at());
    }
}
