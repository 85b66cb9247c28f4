package org.batonrelay.relay;

import java.time.LocalDate;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Tells a client that it takes longer than they were promised. */
@Component
public class DelayLetters {

    private final ClientLetters letters;

    DelayLetters(ClientLetters letters) {
        this.letters = letters;
    }

    /**
     * Once an occasion; nothing to a client who wants no automatic mail.
     *
     * @param occasion names it for ever, such as the id of an offer
     */
    public void tell(LeadReference reference, String occasion, LocalDate promised, LocalDate day) {
        letters.announceDelay(reference, occasion, promised, day);
    }
}
