package org.batonrelay.baton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every completed task asks whether it was one of a leg. */
class LegDefinitionsTests {

    @Test
    void knowsTheLegsByTheirKeys() {
        assertThat(LegDefinitions.isLeg("deal:3:8f1c6a52-c7c1-11f0-9d5a-0242ac120002"))
                .isTrue();
        assertThat(LegDefinitions.isLeg("deal-desk:1:8f1c6a52-c7c1-11f0-9d5a-0242ac120002"))
                .isFalse();
    }

    /** The engine names what has a key of 26 letters and more by a bare number, and its tasks are completed, too. */
    @Test
    void takesAProcessWithALongKeyForNoLeg() {
        assertThat(LegDefinitions.isLeg("8f1c6a52-c7c1-11f0-9d5a-0242ac120002")).isFalse();
    }
}
