package org.batonrelay;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void everyRoomUsesOnlyTheRoomsItMay() {
        ApplicationModules.of(Baton.class).verify();
    }
}
