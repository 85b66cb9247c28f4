package org.batonrelay.baton;

import org.batonrelay.engine.UnkeptVariables;
import org.springframework.stereotype.Component;

/**
 * A card is made of what is on record, anew on every open task whenever anything happens: each of its versions would be
 * kept twice, for two years, and be read by nobody. What lists say of a task is on record elsewhere, too.
 */
@Component
class PassingCards implements UnkeptVariables {

    @Override
    public boolean contains(String variable) {
        return Variables.CARD.equals(variable) || Variables.ABOUT.equals(variable);
    }
}
