package org.batonrelay.relay;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.batonrelay.lead.OpenRelays;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells room lead which relays are still open. */
@Component
class OpenBatons implements OpenRelays {

    private final JdbcClient jdbc;

    OpenBatons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<LeadReference> findOpen(Collection<LeadReference> references) {
        return find(references, List.of("running", "waiting", "recycled"));
    }

    @Override
    public Optional<LeadReference> findCustomer(Collection<LeadReference> references) {
        return find(references, List.of("finished"));
    }

    private Optional<LeadReference> find(Collection<LeadReference> references, List<String> states) {
        if (references.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("select b.reference from baton b join lead l on l.reference = b.reference"
                        + " where b.reference in (:references) and b.state in (:states)"
                        + " order by l.captured_at desc, b.reference desc limit 1")
                .param("states", states)
                .param(
                        "references",
                        references.stream().map(LeadReference::value).toList())
                .query((row, number) -> new LeadReference(row.getString(1)))
                .optional();
    }

    @Override
    public int heldBy(Collection<String> holders) {
        if (holders.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from baton where holder in (:holders) and state = 'running'")
                .param("holders", holders)
                .query(Integer.class)
                .single();
    }
}
