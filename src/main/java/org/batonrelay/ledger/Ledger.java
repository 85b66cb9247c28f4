package org.batonrelay.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends and reads; there is no way to change or remove an entry. Appending joins the caller's transaction and
 * refuses to work without one, so that nothing is on record that did not happen, and nothing happens off the record.
 */
@Component
public class Ledger {

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Ledger(JdbcClient jdbc, Clock clock, ObjectMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public LedgerEntry append(NewEntry entry) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String actor = entry.actor() != null ? entry.actor() : CurrentActor.name();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into ledger (happened_at, reference, type, actor, leg, exchange, detail)"
                        + " values (:at, :reference, :type, :actor, :leg, :exchange, :detail)")
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("reference", entry.reference().value())
                .param("type", entry.type().id())
                .param("actor", actor)
                .param("leg", entry.leg())
                .param("exchange", entry.exchange())
                .param("detail", write(entry.detail()))
                .update(key, "id");
        LedgerEntry written = new LedgerEntry(
                key.getKeyAs(Long.class),
                now,
                entry.reference(),
                entry.type(),
                actor,
                entry.leg(),
                entry.exchange(),
                entry.detail());
        events.publishEvent(written);
        return written;
    }

    /** Everything on record of one lead, oldest first. */
    public List<LedgerEntry> of(LeadReference reference) {
        return jdbc.sql("select * from ledger where reference = :reference order by id")
                .param("reference", reference.value())
                .query(this::read)
                .list();
    }

    /** The next entries behind an id, oldest first. */
    public List<LedgerEntry> after(long id, int limit) {
        return jdbc.sql("select * from ledger where id > :id order by id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** What of these types happened from one moment on until before another, oldest first. */
    public List<LedgerEntry> between(Instant from, Instant until, Set<EntryType> types) {
        return jdbc.sql("select * from ledger where type in (:types) and happened_at >= :from and happened_at < :until"
                        + " order by id")
                .param("types", types.stream().map(EntryType::id).toList())
                .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query(this::read)
                .list();
    }

    private LedgerEntry read(ResultSet row, int number) throws SQLException {
        try {
            return new LedgerEntry(
                    row.getLong("id"),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                    new LeadReference(row.getString("reference")),
                    EntryType.of(row.getString("type")),
                    row.getString("actor"),
                    row.getString("leg"),
                    row.getString("exchange"),
                    json.readValue(row.getString("detail"), DETAIL));
        } catch (JsonProcessingException e) {
            throw new SQLException("ledger entry " + row.getLong("id") + " has no readable detail", e);
        }
    }

    private String write(Map<String, Object> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a ledger entry's detail must be plain values", e);
        }
    }
}
