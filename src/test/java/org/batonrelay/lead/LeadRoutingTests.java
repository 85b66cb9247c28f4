package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table as it comes with Baton. */
class LeadRoutingTests {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,          -,  -,  false, -,       true,  0,   normal",
                "-,          -,  -,  false, -,       false, 0,   normal",
                "enterprise, DE, de, false, website, true,  12,  normal",
                "enterprise, US, en, true,  import,  false, 500, normal",
                "-,          FR, fr, false, list,    true,  3,   low",
                "-,          FR, fr, false, import,  false, 3,   low",
                "smb,        JP, ja, false, chat,    false, 0,   normal",
                "smb,        JP, ja, false, chat,    true,  200, normal"
            })
    void keepsEverybodyInHouseAndLetsNobodyFallThrough(
            String segment,
            String region,
            String language,
            boolean namedAccount,
            String source,
            boolean officeOpen,
            int openBatons,
            String priority)
            throws IOException {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("segment", segment);
        inputs.put("region", region);
        inputs.put("language", language);
        inputs.put("namedAccount", namedAccount);
        inputs.put("source", source);
        inputs.put("officeOpen", officeOpen);
        inputs.put("openBatons", openBatons);

        DmnDecisionResultEntries result =
                engine.evaluateDecision(table(), Variables.fromMap(inputs)).getSingleResult();

        assertThat(result.<String>getEntry("receiverGroup")).isEqualTo("sdr");
        assertThat(result.<String>getEntry("priority")).isEqualTo(priority);
    }

    @Test
    void knowsACountryByItsLettersAndByItsName() {
        assertThat(Region.of("de")).isEqualTo("DE");
        assertThat(Region.of("Germany")).isEqualTo("DE");
        assertThat(Region.of("Österreich")).isEqualTo("AT");
        assertThat(Region.of("Atlantis")).isEqualTo("Atlantis");
        assertThat(Region.of(null)).isNull();
    }

    private DmnDecision table() throws IOException {
        try (var file = Files.newInputStream(Path.of("bpmn/lead-routing.dmn"))) {
            return engine.parseDecision("lead-routing", file);
        }
    }
}
