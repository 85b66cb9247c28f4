package org.batonrelay.baton;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who holds what now; a holder is a user id, or {@code group:} and a group id. */
@Component
public class HeldBatons {

    private final JdbcClient jdbc;

    HeldBatons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many running batons each of these holds; who holds none is left out. */
    public Map<String, Integer> count(Collection<String> holders) {
        Map<String, Integer> count = new HashMap<>();
        if (!holders.isEmpty()) {
            jdbc.sql("select holder, count(*) as many from baton where holder in (:holders) and state = 'running'"
                            + " group by holder")
                    .param("holders", holders)
                    .query(row -> {
                        count.put(row.getString("holder"), row.getInt("many"));
                    });
        }
        return count;
    }

    /** All that these hold and that has not ended, longest held first. */
    public List<LeadReference> of(Collection<String> holders) {
        return jdbc.sql("select reference from baton where holder in (:holders) and state in ('running', 'waiting')"
                        + " order by holder_since, reference")
                .param("holders", holders)
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
    }
}
