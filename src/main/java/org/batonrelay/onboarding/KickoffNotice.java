package org.batonrelay.onboarding;

import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.HouseLetters;
import org.springframework.stereotype.Component;

/** Tells the holder and the managers that a customer has signed and has no date for the kickoff. */
@Component
class KickoffNotice implements Errand {

    private static final String NAME = "kickoff-overdue";

    private final Errands errands;
    private final HouseLetters letters;
    private final Batons batons;

    KickoffNotice(Errands errands, HouseLetters letters, Batons batons) {
        this.errands = errands;
        this.letters = letters;
        this.batons = batons;
    }

    void later(LeadReference reference, String managers) {
        errands.later(null, NAME, reference + " " + managers);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        LeadReference reference = new LeadReference(part[0]);
        Holder holder = batons.get(reference).holder();
        Stream.of(holder, Holder.group(part[1]))
                .distinct()
                .forEach(reader -> letters.write(
                        NAME + ":" + reference + ":" + reader.value(),
                        NAME,
                        reference,
                        reader,
                        Map.of("holder", letters.nameOf(holder))));
    }
}
