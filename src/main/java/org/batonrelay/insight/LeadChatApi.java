package org.batonrelay.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import org.batonrelay.chat.LeadChats;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The chats of a lead for people of the house: whoever may see the lead, and colleagues who were brought in. Programs
 * log in at {@code /api}; pages whose reader is logged in to a web app use the same calls at {@code /leads}, and send
 * the token of the page ({@code X-XSRF-TOKEN}) with what changes something.
 */
@RestController
class LeadChatApi {

    /** @param chat one of the lead's; null for the one whose visitor has spoken last */
    record Word(
            @Nullable String text,
            @JsonProperty("private") boolean isPrivate,
            @Nullable String chat) {}

    /** @param person a user id; {@code text} a word to them, among us */
    record Colleague(
            @Nullable String person,
            @Nullable String text,
            @Nullable String chat) {}

    record Which(@Nullable String chat) {}

    private final LeadChats chats;
    private final ChatFollowers followers;

    LeadChatApi(LeadChats chats, ChatFollowers followers) {
        this.chats = chats;
        this.followers = followers;
    }

    /** @param after {@code last} of an earlier answer: only what is new comes */
    @GetMapping(
            path = {"/api/leads/{reference}/chat", "/leads/{reference}/chat"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    LeadChats.Overview read(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String after,
            Authentication login) {
        LeadChats.Follower follower = followers.of(reference, login);
        return chats.of(new LeadReference(reference), follower, after);
    }

    @GetMapping(
            path = {"/api/leads/{reference}/chat/events", "/leads/{reference}/chat/events"},
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(
            @PathVariable String reference,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after,
            Authentication login,
            HttpServletRequest request) {
        LeadChats.Follower follower = followers.of(reference, login);
        return chats.follow(
                new LeadReference(reference), follower, last == null ? after : last, request.getRemoteAddr());
    }

    @PostMapping(
            path = {"/api/leads/{reference}/chat", "/leads/{reference}/chat"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    LeadChats.Line say(@PathVariable String reference, @RequestBody Word word, Authentication login) {
        LeadChats.Follower follower = followers.of(reference, login);
        String text = word.text() == null ? "" : word.text();
        return chats.say(new LeadReference(reference), follower, word.chat(), text, word.isPrivate());
    }

    @PostMapping({"/api/leads/{reference}/chat/colleagues", "/leads/{reference}/chat/colleagues"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bringIn(@PathVariable String reference, @RequestBody Colleague colleague, Authentication login) {
        LeadChats.Follower follower = followers.of(reference, login);
        String person = colleague.person() == null ? "" : colleague.person();
        chats.bringIn(new LeadReference(reference), follower, colleague.chat(), person, colleague.text());
    }

    @PostMapping({"/api/leads/{reference}/chat/end", "/leads/{reference}/chat/end"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable String reference,
            @RequestBody(required = false) @Nullable Which which,
            Authentication login) {
        LeadChats.Follower follower = followers.of(reference, login);
        chats.end(new LeadReference(reference), follower, which == null ? null : which.chat());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refusal.getMessage());
        problem.setTitle("This cannot be done in the chat");
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
