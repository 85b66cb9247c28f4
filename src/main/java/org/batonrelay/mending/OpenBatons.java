package org.batonrelay.mending;

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

    private static final List<String> OPEN = List.of("running", "waiting", "recycled");

    private final JdbcClient jdbc;
    private final Life life;

    OpenBatons(JdbcClient jdbc, Life life) {
        this.jdbc = jdbc;
        this.life = life;
    }

    @Override
    public Optional<LeadReference> findOpen(Collection<LeadReference> references) {
        return find(references, OPEN).stream().findFirst();
    }

    @Override
    public Optional<LeadReference> findAlive(Collection<LeadReference> references) {
        return find(references, OPEN).stream()
                .filter(reference -> life.look(reference).isEmpty())
                .findFirst();
    }

    @Override
    public Optional<LeadReference> findCustomer(Collection<LeadReference> references) {
        return find(references, List.of("finished")).stream().findFirst();
    }

    private List<LeadReference> find(Collection<LeadReference> references, List<String> states) {
        if (references.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select b.reference from baton b join lead l on l.reference = b.reference"
                        + " where b.reference in (:references) and b.state in (:states)"
                        + " order by l.captured_at desc, b.reference desc")
                .param("states", states)
                .param(
                        "references",
                        references.stream().map(LeadReference::value).toList())
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
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
