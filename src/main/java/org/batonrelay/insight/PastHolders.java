package org.batonrelay.insight;

import java.util.Map;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers who has held which lead, in the transaction that gave it to them; the ledger could not be searched for it. */
@Component
class PastHolders {

    private final JdbcClient jdbc;

    PastHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(LedgerEntry entry) {
        if (entry.type() != EntryType.HOLDER_CHANGED) {
            return;
        }
        Map<String, String> row = Map.of(
                "reference", entry.reference().value(),
                "holder", String.valueOf(entry.detail().get("to")));
        boolean known = jdbc.sql("select count(*) from once_held where reference = :reference and holder = :holder")
                        .params(row)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            jdbc.sql("insert into once_held (reference, holder) values (:reference, :holder)")
                    .params(row)
                    .update();
        }
    }
}
