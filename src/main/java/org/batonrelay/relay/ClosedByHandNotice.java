package org.batonrelay.relay;

import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Whoever held a lead, and the managers, hear that an administrator has ended it. */
@Component
class ClosedByHandNotice implements Errand {

    static final String NAME = "closed-by-hand";

    private final HouseLetters letters;
    private final ReaderToday readers;

    ClosedByHandNotice(HouseLetters letters, ReaderToday readers) {
        this.letters = letters;
        this.readers = readers;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reference and what was done, a line each */
    @Override
    public void run(String payload) {
        String[] lines = payload.split("\n", 2);
        LeadReference reference = new LeadReference(lines[0]);
        Stream.of(readers.of(reference), Holder.group("manager"))
                .distinct()
                .forEach(reader ->
                        letters.write(NAME + ":" + reference, NAME, reference, reader, Map.of("what", lines[1])));
    }
}
