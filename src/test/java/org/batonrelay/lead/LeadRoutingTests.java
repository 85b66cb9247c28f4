package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.accounts.Region;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table as it comes with Baton, and the one that lets partners help. */
class LeadRoutingTests {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** A house that lets a partner answer after hours, and take what is too much. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,          -,  -,  false, -,        true,  0,    sdr,     normal",
                "-,          -,  -,  false, -,        false, 0,    partner, normal",
                "enterprise, DE, de, false, website,  true,  12,   sdr,     normal",
                "enterprise, DE, de, false, website,  false, 12,   partner, normal",
                "enterprise, US, en, true,  import,   false, 500,  sdr,     normal",
                "enterprise, US, en, true,  website,  false, 0,    sdr,     normal",
                "-,          US, en, true,  -,        true,  500,  sdr,     normal",
                "-,          FR, fr, false, list,     true,  3,    sdr,     low",
                "-,          FR, fr, false, import,   false, 3,    sdr,     low",
                "smb,        FR, fr, false, import,   true,  500,  sdr,     low",
                "smb,        JP, ja, false, chat,     false, 0,    partner, normal",
                "smb,        JP, ja, false, chat,     true,  199,  sdr,     normal",
                "smb,        JP, ja, false, chat,     true,  200,  partner, normal",
                "smb,        JP, ja, false, chat,     true,  2000, partner, normal",
                "smb,        AT, de, false, event,    true,  0,    sdr,     normal",
                "smb,        CH, fr, false, partner,  true,  0,    sdr,     normal",
                "mid,        Atlantis, -, false, mail, true, 1,    sdr,     normal",
                "mid,        GB, en, false, referral, false, 1,    partner, normal",
                "mid,        GB, en, false, referral, true,  1,    sdr,     normal",
                "no such,    XX, xx, false, no such,  true,  7,    sdr,     normal"
            })
    void r1_eachLeadReachesTheTeamItIsMeantForAndNobodyFallsThrough(
            String segment,
            String region,
            String language,
            boolean namedAccount,
            String source,
            boolean officeOpen,
            int openBatons,
            String group,
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

        DmnDecisionResultEntries example = decided("docs/examples/lead-routing.dmn", inputs);
        assertThat(example.<String>getEntry("receiverGroup")).isEqualTo(group);
        assertThat(example.<String>getEntry("priority")).isEqualTo(priority);

        DmnDecisionResultEntries ours = decided("bpmn/lead-routing.dmn", inputs);
        assertThat(ours.<String>getEntry("receiverGroup"))
                .as("as it comes, everybody stays in-house")
                .isEqualTo("sdr");
        assertThat(ours.<String>getEntry("priority")).isEqualTo(priority);
    }

    @Test
    void knowsACountryByItsLettersAndByItsName() {
        assertThat(Region.of("de")).isEqualTo("DE");
        assertThat(Region.of("Germany")).isEqualTo("DE");
        assertThat(Region.of("Österreich")).isEqualTo("AT");
        assertThat(Region.of("Atlantis")).isEqualTo("Atlantis");
        assertThat(Region.of(null)).isNull();
    }

    private DmnDecisionResultEntries decided(String path, Map<String, Object> inputs) throws IOException {
        try (var file = Files.newInputStream(Path.of(path))) {
            return engine.evaluateDecision(engine.parseDecision("lead-routing", file), Variables.fromMap(inputs))
                    .getSingleResult();
        }
    }
}
