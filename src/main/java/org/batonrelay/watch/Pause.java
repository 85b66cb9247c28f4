package org.batonrelay.watch;

import org.batonrelay.ledger.LeadReference;

/** Something that a holder waits for and cannot hurry: as long as it holds, the leg's deadlines do not count. */
public interface Pause {

    boolean holds(LeadReference reference);
}
