package org.batonrelay.lead;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has been said about a lead, by the key of the form field that asks for it; nobody is asked for a fact twice.
 * What the lead itself carries (source, segment, country, language) and what came with it (campaign, message, knows,
 * spokenWith, needs) are facts, too.
 */
@Repository
@Transactional
public class Facts {

    /** The reference of another open lead whose organisation is called the same: a question to the holder. */
    public static final String LOOKS_LIKE = "looksLike";

    /** The reference of the finished relay of the customer whose further interest this is. */
    public static final String CUSTOMER_SINCE = "customerSince";

    /** The account that the lead was matched to, and by what. */
    public static final String ACCOUNT = "account";

    /** Where a lead came from; each is shown on the card, as unknown where nobody has said it. */
    public static final List<String> PROVENANCE =
            LeadField.provenance().stream().map(LeadField::key).toList();

    private static final int LONGEST = 4000;
    private static final Set<String> CARRIED_BY_LEAD = Set.of("source", "segment", "country", "language");

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate rows;
    private final Clock clock;

    Facts(JdbcClient jdbc, NamedParameterJdbcTemplate rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** Every known fact; one nobody has given is not in it. */
    @Transactional(readOnly = true)
    public Map<String, String> of(LeadReference reference) {
        Map<String, String> facts = new LinkedHashMap<>();
        jdbc.sql("select name, said from lead_fact where reference = :reference order by said_at, name")
                .param("reference", reference.value())
                .query(row -> {
                    facts.put(row.getString("name"), row.getString("said"));
                });
        return facts;
    }

    /** Writes a fact down; the latest word counts, a blank one is none. */
    public void say(LeadReference reference, String name, @Nullable String said, String by) {
        if (said == null || said.isBlank()) {
            return;
        }
        int known = write(
                "update lead_fact set said = :said, said_by = :by, said_at = :now"
                        + " where reference = :reference and name = :name",
                reference,
                name,
                said,
                by);
        if (known == 0) {
            write(
                    "insert into lead_fact (reference, name, said, said_by, said_at)"
                            + " values (:reference, :name, :said, :by, :now)",
                    reference,
                    name,
                    said,
                    by);
        }
        if (CARRIED_BY_LEAD.contains(name)) {
            jdbc.sql("update lead set " + name + " = :said where reference = :reference")
                    .param("said", said.strip())
                    .param("reference", reference.value())
                    .update();
        }
    }

    /** What was true for a while only is not known any more. */
    public void forget(LeadReference reference, String name) {
        jdbc.sql("delete from lead_fact where reference = :reference and name = :name")
                .param("reference", reference.value())
                .param("name", name)
                .update();
    }

    /**
     * Takes down what somebody who asks has said. Where and what they are and where they came from stays as it was said
     * first; what they say and need comes to what is known, so that nobody's word is lost, and is not said twice.
     */
    void sayAll(LeadReference reference, NewLead lead, String by) {
        Map<String, String> known = of(reference);
        List<LeadField> fresh = new ArrayList<>();
        for (LeadField field : LeadField.facts()) {
            String said = lead.get(field);
            String before = known.get(field.key());
            if (said != null && !said.isBlank() && before == null) {
                fresh.add(field);
            } else if (said != null && before != null && field.fact() == LeadField.Fact.ALL) {
                sayToo(reference, field, before, said, lead.name(), by);
            }
        }
        insert(reference, fresh, lead, by);
        carry(reference, fresh, lead);
    }

    private void sayToo(LeadReference reference, LeadField field, String known, String said, String whose, String by) {
        if (!said.isBlank() && !known.contains(said.strip())) {
            String both = known + "\n\n" + whose + ": " + said.strip();
            say(reference, field.key(), both.length() <= LONGEST ? both : said, by);
        }
    }

    private void insert(LeadReference reference, List<LeadField> fields, NewLead lead, String by) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        rows.batchUpdate(
                "insert into lead_fact (reference, name, said, said_by, said_at)"
                        + " values (:reference, :name, :said, :by, :now)",
                fields.stream()
                        .map(field -> new MapSqlParameterSource("reference", reference.value())
                                .addValue("name", field.key())
                                .addValue(
                                        "said", String.valueOf(lead.get(field)).strip())
                                .addValue("by", by)
                                .addValue("now", now))
                        .toArray(MapSqlParameterSource[]::new));
    }

    /** The lead has these in columns of its own as well. */
    private void carry(LeadReference reference, List<LeadField> fields, NewLead lead) {
        List<LeadField> carried = fields.stream()
                .filter(field -> CARRIED_BY_LEAD.contains(field.key()))
                .toList();
        if (carried.isEmpty()) {
            return;
        }
        MapSqlParameterSource said = new MapSqlParameterSource("reference", reference.value());
        carried.forEach(field ->
                said.addValue(field.key(), String.valueOf(lead.get(field)).strip()));
        rows.update(
                "update lead set "
                        + carried.stream()
                                .map(field -> field.key() + " = :" + field.key())
                                .collect(Collectors.joining(", "))
                        + " where reference = :reference",
                said);
    }

    private int write(String sql, LeadReference reference, String name, String said, String by) {
        return jdbc.sql(sql)
                .param("reference", reference.value())
                .param("name", name)
                .param("said", said.strip())
                .param("by", by)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
