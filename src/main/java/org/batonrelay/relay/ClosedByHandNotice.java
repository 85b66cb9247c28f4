package org.batonrelay.relay;

import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Whoever held a lead, and the managers, hear that an administrator has ended it. */
@Component
class ClosedByHandNotice implements Errand<ClosedByHandNotice.Closed> {

    static final ErrandName<Closed> NAME = new ErrandName<>("closed-by-hand", Closed.class, "\\n");

    record Closed(LeadReference reference, String what) {}

    private final HouseLetters letters;
    private final ReaderToday readers;

    ClosedByHandNotice(HouseLetters letters, ReaderToday readers) {
        this.letters = letters;
        this.readers = readers;
    }

    @Override
    public ErrandName<Closed> name() {
        return NAME;
    }

    @Override
    public void run(Closed told) {
        Stream.of(readers.of(told.reference()), Holder.group("manager"))
                .distinct()
                .forEach(reader -> letters.write(
                        NAME + ":" + told.reference(),
                        NAME.value(),
                        told.reference(),
                        reader,
                        Map.of("what", told.what())));
    }
}
