package org.batonrelay.chat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far somebody has read each of several chats, as one text: {@code chat:12,other:5}. */
record ReadPositions(Map<String, Long> byChat) {

    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9_-]{1,40}):(\\d{1,15})");

    /** What cannot be read counts as not read. */
    static ReadPositions read(@Nullable String text) {
        return new ReadPositions(Arrays.stream(text == null ? new String[0] : text.split(",", 50))
                .map(PLACE::matcher)
                .filter(Matcher::matches)
                .collect(
                        Collectors.toMap(it -> it.group(1), it -> Long.valueOf(it.group(2)), Math::max, TreeMap::new)));
    }

    long of(String chat) {
        return byChat.getOrDefault(chat, 0L);
    }

    ReadPositions with(String chat, long number) {
        Map<String, Long> more = new TreeMap<>(byChat);
        more.put(chat, number);
        return new ReadPositions(more);
    }

    long messages() {
        return byChat.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return byChat.entrySet().stream()
                .map(it -> it.getKey() + ":" + it.getValue())
                .collect(Collectors.joining(","));
    }
}
