package org.batonrelay.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has happened before tests began: written by the ledger itself, with a clock of its own. Nobody is told. */
@Component
public class ThePast {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ThePast(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void happened(Instant at, NewEntry entry) {
        new Ledger(jdbc, Clock.fixed(at, ZoneOffset.UTC), json, event -> {}).append(entry);
    }

    /** @param type its id, such as {@code handoff.offered} */
    public NewEntry entry(LeadReference reference, String type) {
        return NewEntry.of(
                reference,
                Arrays.stream(EntryType.values())
                        .filter(it -> it.id().equals(type))
                        .findFirst()
                        .orElseThrow());
    }

    /** @param detail as JSON */
    public NewEntry entry(LeadReference reference, String type, String detail) {
        NewEntry entry = entry(reference, type);
        try {
            for (Map.Entry<String, Object> one : json.readValue(detail, new TypeReference<Map<String, Object>>() {})
                    .entrySet()) {
                entry = entry.with(one.getKey(), one.getValue());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(detail, e);
        }
        return entry;
    }
}
