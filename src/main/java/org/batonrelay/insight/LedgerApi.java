package org.batonrelay.insight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/ledger?after=}: the ledger from an entry on, page by page, as JSON or CSV. For managers only. */
@RestController
class LedgerApi {

    private static final int PAGE_SIZE = 500;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** @param next the {@code after} of the next page, null on the last */
    record Page(List<LedgerLine> entries, @Nullable Long next) {}

    private final Ledger ledger;
    private final ObjectMapper json;

    LedgerApi(Ledger ledger, ObjectMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    /** JSON, unless CSV is what is asked for. */
    @GetMapping("/api/ledger")
    ResponseEntity<?> page(
            @RequestParam(defaultValue = "0") long after, @RequestHeader(defaultValue = "*/*") String accept) {
        List<LedgerEntry> entries = ledger.after(after, PAGE_SIZE);
        List<LedgerLine> lines = entries.stream().map(LedgerLine::of).toList();
        Long next = entries.size() < PAGE_SIZE
                ? null
                : entries.get(entries.size() - 1).id();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            answer.header("Link", "</api/ledger?after=" + next + ">; rel=\"next\"");
        }
        return accept.contains("text/csv")
                ? answer.contentType(CSV).body(csv(lines))
                : answer.contentType(MediaType.APPLICATION_JSON).body(new Page(lines, next));
    }

    private String csv(List<LedgerLine> lines) {
        return Stream.concat(
                        Stream.of("id,at,reference,type,actor,leg,exchange,detail"),
                        lines.stream().map(this::csv))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private String csv(LedgerLine line) {
        return Stream.of(
                        line.id(),
                        line.at(),
                        line.reference(),
                        line.type(),
                        line.actor(),
                        line.leg(),
                        line.exchange(),
                        text(line.detail()))
                .map(LedgerApi::cell)
                .collect(Collectors.joining(","));
    }

    private String text(Object detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ledger entry's detail is plain values", e);
        }
    }

    /** Quoted; a text that a spreadsheet would take for a formula is marked as text. */
    private static String cell(@Nullable Object value) {
        String text = Objects.toString(value, "");
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
