package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BootTests extends RunningBaton {

    @Test
    void startsTheEngineOnTheSchemaThatFlywayMade() {
        assertThat(engine.getName()).isEqualTo("default");
    }
}
