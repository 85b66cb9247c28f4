package org.batonrelay.insight;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What nobody has foreseen: programs get a problem like any other, browsers the page {@code error.html}. */
@Component
class ErrorsInWords extends BasicErrorController {

    ErrorsInWords(ErrorAttributes errors, ServerProperties server, List<ErrorViewResolver> views) {
        super(errors, server.getError(), views);
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type",
                        "about:blank",
                        "title",
                        status.getReasonPhrase(),
                        "status",
                        status.value(),
                        "detail",
                        status.is5xxServerError()
                                ? "Something went wrong here, and nothing was changed. Try again; if it stays,"
                                        + " the operators find the reason in the log."
                                : "This cannot be done: " + status.getReasonPhrase() + "."));
    }
}
