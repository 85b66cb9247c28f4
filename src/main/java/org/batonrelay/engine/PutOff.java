package org.batonrelay.engine;

import org.springframework.stereotype.Component;

/** What a step of the engine does last, after all that may take long, and in the same transaction. */
@Component
public class PutOff {

    /** At once where no step of the engine is going on, or this is in a transaction within its own. */
    public void untilTheEnd(Runnable thing) {
        LastThings.putOff(thing);
    }
}
