package org.batonrelay.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What reps have mailed of a summary before they write it: the form starts from it. */
@Repository
@Transactional
public class Drafts {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final SummaryProcess process;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, SummaryProcess process, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.process = process;
        this.clock = clock;
    }

    /**
     * Keeps a draft for the next {@code writeSummary}, and puts it into the form of one that is open. A newer one
     * replaces it.
     *
     * @param fields texts by the names of the form's fields
     */
    public void keep(LeadReference reference, Map<String, String> fields, String author) {
        forget(reference);
        jdbc.sql("insert into summary_draft (reference, fields, author, written_at)"
                        + " values (:reference, :fields, :author, :now)")
                .param("reference", reference.value())
                .param("fields", write(fields))
                .param("author", author)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        process.fillOpenForm(reference, fields);
    }

    /** Empty where nobody has mailed any. */
    @Transactional(readOnly = true)
    public Map<String, String> of(LeadReference reference) {
        return jdbc.sql("select fields from summary_draft where reference = :reference")
                .param("reference", reference.value())
                .query(String.class)
                .optional()
                .map(this::read)
                .orElse(Map.of());
    }

    void forget(LeadReference reference) {
        jdbc.sql("delete from summary_draft where reference = :reference")
                .param("reference", reference.value())
                .update();
    }

    private Map<String, String> read(String fields) {
        try {
            return json.readValue(fields, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that was kept cannot be read", e);
        }
    }

    private String write(Map<String, String> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a draft holds texts by their names", e);
        }
    }
}
