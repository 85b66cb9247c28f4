package org.batonrelay.inbound;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** Tells the holder of a mail that says it is a colleague's, and proves it by nothing. */
@Component
class Doubts implements Errand<Doubts.Doubt> {

    private static final ErrandName<Doubt> NAME = new ErrandName<>("unproven-copy", Doubt.class, "\\n");

    record Doubt(LeadReference reference, String occasion, String colleague, String subject, String text) {}

    private static final int EXCERPT = 600;

    private final Errands errands;
    private final HouseLetters letters;
    private final Batons batons;
    private final Clock clock;

    Doubts(Errands errands, HouseLetters letters, Batons batons, Clock clock) {
        this.errands = errands;
        this.letters = letters;
        this.batons = batons;
        this.clock = clock;
    }

    void tell(LeadReference reference, IncomingMail mail, Person colleague) {
        errands.later(
                null,
                NAME,
                new Doubt(
                        reference,
                        occasion(reference, colleague),
                        colleague.name(),
                        Correspondence.cut(mail.subject(), 200).replace('\n', ' '),
                        Correspondence.cut(mail.said().isBlank() ? mail.text() : mail.said(), EXCERPT)));
    }

    /** Whoever forges hundreds of them has the holder told of it once an hour; all of them are on the list. */
    private String occasion(LeadReference reference, Person colleague) {
        return reference + ":" + colleague.id() + ":" + clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    @Override
    public ErrandName<Doubt> name() {
        return NAME;
    }

    @Override
    public void run(Doubt told) {
        letters.write(
                NAME + ":" + told.occasion(),
                NAME.value(),
                told.reference(),
                batons.get(told.reference()).holder(),
                Map.of("colleague", told.colleague(), "subject", told.subject(), "text", told.text()));
    }
}
