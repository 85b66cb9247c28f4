package org.batonrelay.lead;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;

    Facts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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

    /** Writes a fact down unless one is known; for what only the first touch can say, such as the source. */
    void sayFirst(LeadReference reference, String name, @Nullable String said, String by) {
        if (!of(reference).containsKey(name)) {
            say(reference, name, said, by);
        }
    }

    /** Adds to what is known, so that nobody's word is lost; what has been said already is not said again. */
    void sayToo(LeadReference reference, String name, @Nullable String said, String whose, String by) {
        String known = of(reference).get(name);
        if (known == null || said == null || said.isBlank()) {
            say(reference, name, said, by);
        } else if (!known.contains(said.strip())) {
            String both = known + "\n\n" + whose + ": " + said.strip();
            say(reference, name, both.length() <= LONGEST ? both : said, by);
        }
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
