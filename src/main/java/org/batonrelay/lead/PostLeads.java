package org.batonrelay.lead;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.regex.Pattern;
import org.batonrelay.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/leads}: a program posts a lead. What is wrong with one is said for every field at once. */
@RestController
class PostLeads {

    private static final int LARGEST_BODY = 256 * 1024;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final LeadRules rules;
    private final CaptureOnce leads;

    PostLeads(LeadRules rules, CaptureOnce leads) {
        this.rules = rules;
        this.leads = leads;
    }

    @PostMapping(path = "/api/leads", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> post(
            HttpServletRequest request,
            Principal caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        if (key != null && !KEY.matcher(key).matches()) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "The Idempotency-Key cannot be used",
                    "An Idempotency-Key is 1 to 200 printable characters without spaces.");
        }
        NewLead lead = new PostedLead(body(request)).read(rules);
        Capture.Captured captured = leads.capture(lead, caller.getName(), key);
        String reference = captured.reference().value();
        return ResponseEntity.status(captured.joined() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/leads/" + reference))
                .body(Map.of("reference", reference));
    }

    @ExceptionHandler
    ProblemDetail on(InvalidLead invalid) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
        problem.setTitle("The lead cannot be taken as it is");
        problem.setProperty("errors", invalid.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(Refusal refusal) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.getMessage());
        problem.setTitle("The lead cannot be taken");
        return problem;
    }

    @ExceptionHandler
    ProblemDetail on(CaptureOnce.KeyTaken taken) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "This Idempotency-Key was used for another lead. Give every lead a key of its own, and repeat a lead"
                        + " with the same body.");
        problem.setTitle("The Idempotency-Key is taken");
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(CaptureOnce.TooMany crowd) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "More leads are coming in than can be taken. Nothing was done with this one: send it again, with the"
                        + " same Idempotency-Key.");
        problem.setTitle("Too many leads at once");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "30")
                .body(problem);
    }

    private JsonNode body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw problem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "The lead is too large",
                    "A lead has at most " + LARGEST_BODY / 1024 + " kB.");
        }
        JsonNode json = parsed(body);
        if (!json.isObject()) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "The lead cannot be read",
                    "A lead is one JSON object with at least name, email and organisation.");
        }
        return json;
    }

    private JsonNode parsed(byte[] body) {
        try {
            return strict.readTree(body);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "The lead cannot be read",
                    "The body is not valid JSON in UTF-8" + where + ".");
        } catch (IOException e) {
            throw problem(HttpStatus.BAD_REQUEST, "The lead cannot be read", "The body is not valid JSON in UTF-8.");
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return new ErrorResponseException(status, problem, null);
    }
}
