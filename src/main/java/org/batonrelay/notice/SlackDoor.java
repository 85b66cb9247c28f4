package org.batonrelay.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where Slack calls us: events as JSON, clicks as a form. Without a secret to check its signature there is no such door,
 * and what is not signed changes nothing.
 */
@RestController
class SlackDoor {

    private static final int LONGEST = 256 * 1024;
    private static final String PAYLOAD = "payload=";

    private final NoticeSettings settings;
    private final SlackSignature signature;
    private final SlackListening listening;
    private final SlackClicks clicks;
    private final ObjectMapper json;

    SlackDoor(
            NoticeSettings settings,
            SlackSignature signature,
            SlackListening listening,
            SlackClicks clicks,
            ObjectMapper json) {
        this.settings = settings;
        this.signature = signature;
        this.listening = listening;
        this.clicks = clicks;
        this.json = json;
    }

    @PostMapping("/api/slack/events")
    ResponseEntity<String> take(
            HttpServletRequest request,
            @RequestHeader(name = "X-Slack-Request-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Slack-Signature", required = false) @Nullable String signed)
            throws IOException {
        if (!settings.slack().canListen()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        // as it came: a form that has been read into parameters has no signature any more
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        if (!signature.isOf(body, timestamp, signed)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "This call is not signed by our Slack app, or is too old.");
        }
        return ResponseEntity.ok(answer(new String(body, StandardCharsets.UTF_8)));
    }

    private String answer(String body) throws IOException {
        boolean form = body.startsWith(PAYLOAD);
        JsonNode sent = json.readTree(
                form ? URLDecoder.decode(body.substring(PAYLOAD.length()), StandardCharsets.UTF_8) : body);
        String type = sent.path("type").asText();
        if (type.equals("url_verification")) {
            return sent.path("challenge").asText();
        }
        if (type.equals("event_callback")) {
            listening.take(sent);
        } else if (type.equals("block_actions")) {
            clicks.take(sent);
        }
        return "";
    }
}
