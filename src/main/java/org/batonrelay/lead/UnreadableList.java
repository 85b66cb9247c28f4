package org.batonrelay.lead;

import org.batonrelay.engine.Refusal;

/** A list that cannot be read as a whole: nothing of it is taken. */
final class UnreadableList extends Refusal {

    UnreadableList(String sentence) {
        super(sentence);
    }
}
