package org.batonrelay.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.batonrelay.ledger.LeadReference;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code POST /api/signatures}: DocuSign Connect tells in JSON (data model of REST v2.1) that an envelope is completed.
 * Signed with an HMAC key, as its guide says. The lead is named by the envelope's custom field {@code baton-reference}.
 */
@RestController
@EnableConfigurationProperties(SignatureSettings.class)
class SignatureDoor {

    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int MOST_KEYS = 10;
    private static final String ALGORITHM = "HmacSHA256";
    private static final String FIELD = "baton-reference";

    private final SignatureSettings settings;
    private final SignedContracts signed;
    private final ObjectMapper json;

    SignatureDoor(SignatureSettings settings, SignedContracts signed, ObjectMapper json) {
        this.settings = settings;
        this.signed = signed;
        this.json = json;
    }

    /** Envelopes that are about no lead, and other news of one that is, change nothing. */
    @PostMapping("/api/signatures")
    ResponseEntity<Void> take(HttpServletRequest request) throws IOException {
        if (!settings.isSet()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new ResponseStatusException(
                    HttpStatus.PAYLOAD_TOO_LARGE, "Have DocuSign Connect leave the documents out of its messages.");
        }
        if (!isSigned(request, body)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This call is not signed with our HMAC key.");
        }
        JsonNode told = parsed(body);
        JsonNode envelope = told.at("/data/envelopeSummary");
        Optional<String> reference = reference(envelope);
        if (told.path("event").asText().equals("envelope-completed") && reference.isPresent()) {
            signed.note(lead(reference.get()), text(told, "/data/envelopeId"), moment(envelope));
        }
        return ResponseEntity.noContent().build();
    }

    /** While keys are changed there is one header for each of them. */
    private boolean isSigned(HttpServletRequest request, byte[] body) {
        byte[] ours = hmac(body).getBytes(StandardCharsets.US_ASCII);
        return IntStream.rangeClosed(1, MOST_KEYS)
                .mapToObj(number -> request.getHeader("X-DocuSign-Signature-" + number))
                .filter(header -> header != null)
                // takes as long for a good guess as for a bad one
                .anyMatch(header -> MessageDigest.isEqual(header.getBytes(StandardCharsets.UTF_8), ours));
    }

    private String hmac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(String.valueOf(settings.hmacKey()).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private JsonNode parsed(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw badRequest("This is no JSON: have DocuSign Connect send its messages in the JSON format.");
        }
    }

    private static Optional<String> reference(JsonNode envelope) {
        return StreamSupport.stream(
                        envelope.at("/customFields/textCustomFields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals(FIELD))
                .map(field -> field.path("value").asText().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private LeadReference lead(String written) {
        if (!LeadReference.isOne(written) || !signed.knows(new LeadReference(written))) {
            throw badRequest("There is no lead " + written + ": look at the custom field " + FIELD
                    + " of the envelope, and send the message again from Connect's log.");
        }
        return new LeadReference(written);
    }

    private static String text(JsonNode told, String where) {
        String text = told.at(where).asText();
        if (text.isBlank() || text.length() > 100) {
            throw badRequest("The message names no envelope.");
        }
        return text;
    }

    private static Instant moment(JsonNode envelope) {
        try {
            return OffsetDateTime.parse(envelope.path("completedDateTime").asText())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw badRequest("The message does not say when the envelope was completed.");
        }
    }

    private static ResponseStatusException badRequest(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
