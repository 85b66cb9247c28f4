package org.batonrelay.baton;

import org.batonrelay.ledger.LeadReference;

/** Another room by which a lead goes on although its process only waits for a message. */
public interface SignOfLife {

    boolean isUnderWay(LeadReference reference);

    /** Whether it goes on so without any process of its relay. */
    default boolean needsNoProcess() {
        return false;
    }
}
