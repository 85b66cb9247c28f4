package org.batonrelay.chat;

import java.util.List;

/** One visitor's chat as they see it. */
final class VisitorFeed implements Feed {

    private static final int MOST_AT_ONCE = 200;

    private final Chats chats;
    private final Showcase showcase;
    private final Chat chat;
    private volatile long heard;

    VisitorFeed(Chats chats, Showcase showcase, Chat chat, long heard) {
        this.chats = chats;
        this.showcase = showcase;
        this.chat = chat;
        this.heard = heard;
    }

    String chat() {
        return chat.id();
    }

    @Override
    public boolean hasMissed(News news) {
        return news.shown().getOrDefault(chat.id(), 0L) > heard;
    }

    @Override
    public List<Event> next() {
        List<Showcase.Said> missed = chats.shownAfter(chat.id(), heard, MOST_AT_ONCE).stream()
                .map(it -> showcase.show(it, chat.language()))
                .toList();
        if (!missed.isEmpty()) {
            heard = missed.get(missed.size() - 1).id();
        }
        return missed.stream().map(it -> new Event(String.valueOf(it.id()), it)).toList();
    }
}
