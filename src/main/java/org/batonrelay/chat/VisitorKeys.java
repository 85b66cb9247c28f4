package org.batonrelay.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Opens a chat to whoever has its key, and says in a sentence why something stays shut. */
@RestControllerAdvice
class VisitorKeys {

    private final Chats chats;

    VisitorKeys(Chats chats) {
        this.chats = chats;
    }

    /** @throws ErrorResponseException 404, the same for a wrong key and for a chat that is not there */
    Chat open(String id, @Nullable String key) {
        return Optional.ofNullable(key)
                .flatMap(it -> chats.find(id).filter(chat -> Secrets.isHashOf(chat.keyHash(), it)))
                .orElseThrow(() -> notFound(
                        "There is no chat of this id that this key opens. Begin one with POST /api/chat, and send the"
                                + " key that it answers with in the header Chat-Key."));
    }

    static ErrorResponseException notFound(String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, sentence);
        problem.setTitle("Not found");
        return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ChatLimits.TooFast fast) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.TOO_MANY_REQUESTS,
                "That was too fast. Nothing was done with it: try again in " + fast.seconds() + " s.");
        problem.setTitle("Too fast");
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(fast.seconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
