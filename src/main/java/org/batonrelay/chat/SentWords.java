package org.batonrelay.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Reads what somebody has sent, and no more of it than a message may have: {@code {"text": "…"}}. */
@Component
class SentWords {

    /** Every character of the longest text, written as JSON in the longest way. */
    private static final int LARGEST_BODY = 32 * 1024;

    static final int LONGEST_TEXT = 4000;
    // control characters but line breaks, text direction overrides, halves of characters
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}]");

    private final ObjectMapper json;

    SentWords(ObjectMapper json) {
        this.json = json;
    }

    /** The text of a body that must have one. */
    String of(HttpServletRequest request) throws IOException {
        return text(body(request), "text")
                .orElseThrow(() -> problem(HttpStatus.BAD_REQUEST, "A message needs a text: {\"text\": \"Hello\"}."));
    }

    /** The text of a body that may be empty. */
    Optional<String> firstOf(HttpServletRequest request) throws IOException {
        return text(body(request), "text");
    }

    JsonNode body(HttpServletRequest request) throws IOException {
        byte[] sent = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (sent.length > LARGEST_BODY) {
            throw problem(HttpStatus.PAYLOAD_TOO_LARGE, "This is too long: a message has at most 4,000 characters.");
        }
        try {
            JsonNode body = json.readTree(new String(sent, StandardCharsets.UTF_8));
            return body == null || !body.isObject() ? json.createObjectNode() : body;
        } catch (JsonProcessingException e) {
            throw problem(HttpStatus.BAD_REQUEST, "The body is not JSON in UTF-8, such as {\"text\": \"Hello\"}.");
        }
    }

    /** Empty where there is none, or nothing but blanks. */
    Optional<String> text(JsonNode body, String field) {
        JsonNode said = body.get(field);
        if (said == null || said.isNull()) {
            return Optional.empty();
        }
        if (!said.isTextual()) {
            throw problem(HttpStatus.BAD_REQUEST, "\"" + field + "\" must be a text.");
        }
        String text = tidy(said.textValue());
        if (text.length() > LONGEST_TEXT) {
            throw problem(HttpStatus.BAD_REQUEST, "This is too long: a message has at most 4,000 characters.");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Without spaces around, control characters, and those that turn the direction of writing round. */
    static String tidy(String text) {
        return UNPRINTABLE.matcher(text.replaceAll("\\R", "\n")).replaceAll("").strip();
    }

    static ErrorResponseException problem(HttpStatus status, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setTitle("The message cannot be taken as it is");
        return new ErrorResponseException(status, problem, null);
    }
}
