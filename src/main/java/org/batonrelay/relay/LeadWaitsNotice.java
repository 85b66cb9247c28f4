package org.batonrelay.relay;

import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Tells the managers that leads wait because no relay can begin; of the first one only, until all have begun. */
@Component
class LeadWaitsNotice implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("lead-waits");

    private final HouseLetters letters;
    private final Ledger ledger;

    LeadWaitsNotice(HouseLetters letters, Ledger ledger) {
        this.letters = letters;
        this.ledger = ledger;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String written) {
        LeadReference reference = new LeadReference(written);
        Object why = ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.LEAD_WAITING)
                .reduce((earlier, later) -> later)
                .map(entry -> entry.detail().get("why"))
                .orElse("");
        letters.tell(letters.notice(
                        NAME.value() + ":" + reference,
                        NAME.value(),
                        reference,
                        Holder.group("manager"),
                        Map.of("why", why))
                .atOnce());
    }
}
