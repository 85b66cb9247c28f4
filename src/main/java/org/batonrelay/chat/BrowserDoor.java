package org.batonrelay.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.client.ClientPage;
import org.batonrelay.client.ClientPages;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clients who want to be known again in their browser; it then shows what their page shows, and nothing more. */
@RestController
@RequestMapping("/api/chat")
class BrowserDoor {

    private static final String UNKNOWN = "This browser is not remembered, or not any more.";

    /** @param page the address of their page */
    record Theirs(String name, String contact, List<Item> items, List<String> documents, String page) {}

    /** @param side {@code us} or {@code client} */
    record Item(String side, String what, String by) {}

    private final VisitorKeys keys;
    private final Browsers browsers;
    private final ClientPages pages;
    private final ContactLinks links;
    private final ChatLimits limits;
    private final SentWords words;
    private final Errands errands;

    BrowserDoor(
            VisitorKeys keys,
            Browsers browsers,
            ClientPages pages,
            ContactLinks links,
            ChatLimits limits,
            SentWords words,
            Errands errands) {
        this.keys = keys;
        this.browsers = browsers;
        this.pages = pages;
        this.links = links;
        this.limits = limits;
        this.words = words;
        this.errands = errands;
    }

    /** Sends a code to the address that the visitor gave. Whether it goes out is told to nobody. */
    @PostMapping("/{id}/remember")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    void askForCode(
            @PathVariable String id,
            @RequestHeader(name = "Chat-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        limits.say(request.getRemoteAddr());
        Chat chat = keys.open(id, key);
        if (chat.contactId() != null && browsers.askForCode(chat)) {
            errands.later(null, CodeLetter.NAME, id);
        }
    }

    /** The right code is answered with what the browser keeps. */
    @PostMapping("/{id}/remember/code")
    ResponseEntity<Map<String, String>> prove(
            @PathVariable String id,
            @RequestHeader(name = "Chat-Key", required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        limits.say(request.getRemoteAddr());
        Chat chat = keys.open(id, key);
        String code = words.text(words.body(request), "code").orElse("");
        return browsers.prove(chat, code)
                .map(token ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("token", token)))
                .orElseThrow(() -> SentWords.problem(
                        HttpStatus.BAD_REQUEST, "That is not the code, or it has expired, or was tried too often."));
    }

    @GetMapping("/remembered")
    ResponseEntity<Theirs> show(
            @RequestHeader(name = "Chat-Browser", required = false) @Nullable String token,
            HttpServletRequest request,
            Locale language) {
        limits.say(request.getRemoteAddr());
        Contact contact = Optional.ofNullable(token)
                .flatMap(browsers::recognise)
                .orElseThrow(() -> VisitorKeys.notFound(UNKNOWN));
        ClientPage page = pages.of(contact, language);
        Theirs theirs = new Theirs(
                page.contactName(),
                page.holder().name(),
                page.open().stream()
                        .map(it -> new Item(it.side(), it.what(), it.by()))
                        .toList(),
                page.documents().stream().map(ClientPage.Document::name).toList(),
                links.pageOf(contact));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(theirs);
    }

    @DeleteMapping("/remembered")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@RequestHeader(name = "Chat-Browser", required = false) @Nullable String token) {
        if (token != null) {
            browsers.forget(token);
        }
    }
}
