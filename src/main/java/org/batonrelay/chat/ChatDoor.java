package org.batonrelay.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * A visitor's side of the chat. Who begins one gets an id and a key; with the key in the header {@code Chat-Key} (for
 * events, which a browser's {@code EventSource} asks for without headers, also as {@code ?key=}) they go on with it.
 * A wrong key and a chat that is not there are told alike.
 */
@RestController
@RequestMapping("/api/chat")
class ChatDoor {

    private static final int ID_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int MOST_AT_ONCE = 200;

    /** @param key of this chat: it is given out once, and never shown again */
    record Begun(String id, String key, String stage, List<Showcase.Said> messages) {}

    /** @param stage {@code asking} while the bot asks who is there, then {@code people}, {@code ended} */
    record Heard(String stage, List<Showcase.Said> messages) {}

    private final Reception reception;
    private final Chats chats;
    private final Showcase showcase;
    private final ChatStreams streams;
    private final ChatLimits limits;
    private final Browsers browsers;
    private final SentWords words;
    private final VisitorKeys keys;

    ChatDoor(
            Reception reception,
            Chats chats,
            Showcase showcase,
            ChatStreams streams,
            ChatLimits limits,
            Browsers browsers,
            SentWords words,
            VisitorKeys keys) {
        this.reception = reception;
        this.chats = chats;
        this.showcase = showcase;
        this.streams = streams;
        this.limits = limits;
        this.browsers = browsers;
        this.words = words;
        this.keys = keys;
    }

    /** What the widget needs before anything is said. */
    @GetMapping
    Showcase.Look look(Locale language) {
        return showcase.look(language);
    }

    /** The body may be empty; a {@code text} in it is the visitor's first message. */
    @PostMapping
    ResponseEntity<Begun> begin(
            @RequestHeader(name = "Chat-Browser", required = false) @Nullable String browser,
            HttpServletRequest request,
            Locale language)
            throws IOException {
        limits.begin(request.getRemoteAddr());
        Optional<String> first = words.firstOf(request);
        String id = Secrets.make(ID_BYTES);
        String key = Secrets.make(KEY_BYTES);
        reception.welcome(
                id, Secrets.hash(key), language, Optional.ofNullable(browser).flatMap(browsers::recognise));
        first.ifPresent(text -> reception.hear(id, text));
        Chat chat = chats.find(id).orElseThrow();
        return ResponseEntity.created(URI.create("/api/chat/" + id))
                .cacheControl(CacheControl.noStore())
                .body(new Begun(id, key, chat.stage().id(), shown(chat, 0)));
    }

    @PostMapping("/{id}/messages")
    ResponseEntity<Heard> say(
            @PathVariable String id,
            @RequestHeader(name = "Chat-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        limits.say(request.getRemoteAddr());
        Chat chat = open(id, key);
        long before = reception.hear(id, words.of(request));
        return ResponseEntity.status(HttpStatus.CREATED).body(heard(chat, before));
    }

    /** What was said, behind a place; for programs that ask now and then instead of listening. */
    @GetMapping("/{id}/messages")
    Heard messages(
            @PathVariable String id,
            @RequestHeader(name = "Chat-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "0") long after) {
        return heard(open(id, key), after);
    }

    /** Every message, those of before included, behind the one named by {@code Last-Event-ID}. */
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> listen(
            @PathVariable String id,
            @RequestHeader(name = "Chat-Key", required = false) @Nullable String header,
            @RequestParam(required = false) @Nullable String key,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpServletRequest request) {
        Chat chat = open(id, header == null ? key : header);
        SseEmitter stream = streams.open(new VisitorFeed(chats, showcase, chat, place(last)), request.getRemoteAddr());
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }

    private Heard heard(Chat chat, long after) {
        return new Heard(chats.find(chat.id()).orElse(chat).stage().id(), shown(chat, after));
    }

    private List<Showcase.Said> shown(Chat chat, long after) {
        return chats.shownAfter(chat.id(), after, MOST_AT_ONCE).stream()
                .map(it -> showcase.show(it, chat.language()))
                .toList();
    }

    private Chat open(String id, @Nullable String key) {
        return keys.open(id, key);
    }

    private static long place(@Nullable String last) {
        return last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
    }
}
