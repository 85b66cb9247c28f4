package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeadFieldTests {

    private final LeadRules rules = new LeadRules(Clock.systemUTC());
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(LeadField.class)
    void isPosted(LeadField field) {
        assertThat(new PostedLead(posted()).read(rules).said()).containsKey(field);
    }

    @ParameterizedTest
    @EnumSource(LeadField.class)
    void isAColumnOfLists(LeadField field) {
        assertThat(LeadHeadings.FIELDS).containsKey(field.key());
        assertThat(LeadHeadings.KNOWN.meantBy(field.key())).isEqualTo(field.key());
        assertThat(field.headings())
                .allSatisfy(heading ->
                        assertThat(LeadHeadings.KNOWN.meantBy(heading)).isEqualTo(field.key()));
    }

    @Test
    void noTwoFieldsGoByOneHeading() {
        Map<String, String> known = new HashMap<>();
        for (LeadField field : LeadField.values()) {
            for (String heading : field.headings()) {
                assertThat(known.putIfAbsent(Headings.plain(heading), field.key()))
                        .as(heading)
                        .isIn(null, field.key());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LeadField.class,
            names = {"EMAIL", "LANGUAGE", "CONTACT_NOT_BEFORE", "WANTS_CONTACT"},
            mode = EnumSource.Mode.EXCLUDE)
    void isNoLongerThanItMayBe(LeadField field) {
        NewLead longest = posted(field, "x".repeat(field.longest()));
        NewLead tooLong = posted(field, "x".repeat(field.longest() + 1));

        assertThat(rules.faults(longest)).isEmpty();
        assertThat(rules.faults(tooLong))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo(field.key()));
    }

    /** A program that posts a lead again when Baton has been replaced by a newer version is known by these bytes. */
    @Test
    void isWrittenAsEveryVersionHasWrittenIt() throws Exception {
        NewLead lead = NewLead.of("Kim", "kim@acme.example", "Acme")
                .with(LeadField.SOURCE, "fair")
                .with(LeadField.WANTS_CONTACT, true);

        assertThat(json.writeValueAsString(lead))
                .isEqualTo("{\"name\":\"Kim\",\"email\":\"kim@acme.example\",\"organisation\":\"Acme\",\"phone\":null,"
                        + "\"role\":null,\"country\":null,\"language\":null,\"segment\":null,\"source\":\"fair\","
                        + "\"campaign\":null,\"message\":null,\"knows\":null,\"spokenWith\":null,\"needs\":null,"
                        + "\"contactNotBefore\":null,\"wantsContact\":true}");
    }

    /** As the rows of a list wait for somebody who starts them. */
    @ParameterizedTest
    @EnumSource(LeadField.class)
    void isReadAsItIsWritten(LeadField field) throws Exception {
        NewLead lead = new PostedLead(posted()).read(rules);

        NewLead read = json.readValue(json.writeValueAsString(lead), NewLead.class);

        assertThat(read.said().get(field)).isEqualTo(lead.said().get(field)).isNotNull();
    }

    @Test
    void whatSaysNothingIsLeftOut() {
        NewLead lead = NewLead.of(" Kim ", "kim@acme.example", "")
                .with(LeadField.ROLE, "  ")
                .with(LeadField.NEEDS, null);

        assertThat(lead.tidied().said()).containsOnlyKeys(LeadField.NAME, LeadField.EMAIL);
        assertThat(lead.tidied().name()).isEqualTo("Kim");
        assertThat(lead.tidied().organisation()).isEmpty();
    }

    @Test
    void haveNamesOfTheirOwn() {
        Set<String> keys = new HashSet<>();
        Arrays.stream(LeadField.values())
                .forEach(field -> assertThat(keys.add(field.key())).isTrue());
    }

    private NewLead posted(LeadField field, String text) {
        return NewLead.of("Kim", "kim@acme.example", "Acme").with(field, text);
    }

    private ObjectNode posted() {
        ObjectNode lead = json.createObjectNode();
        for (LeadField field : LeadField.values()) {
            switch (field.kind()) {
                case ADDRESS -> lead.put(field.key(), "kim@acme.example");
                case LANGUAGE -> lead.put(field.key(), "en-GB");
                case DAY -> lead.put(field.key(), "2026-12-24");
                case YES_OR_NO -> lead.put(field.key(), true);
                default -> lead.put(field.key(), "x");
            }
        }
        return lead;
    }
}
