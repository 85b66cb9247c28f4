package org.batonrelay.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Facts;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.ThePast;
import org.batonrelay.relay.ALead;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days long before Baton was thought of, so that no other test's leads are in them. */
class CampaignsApiTests extends RunningBaton {

    @Autowired
    private ThePast past;

    @Autowired
    ALead aLead;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void b5_countsWhatBecameOfTheLeadsOfEachCampaign() {
        LeadReference good = lead("Autumn, 2015");
        LeadReference poor = lead("Autumn, 2015");
        LeadReference other = lead(null);
        write(good, "handoff.accepted", "marketing-to-sdr", "qualification");
        write(good, "leg.started", null, "deal");
        write(poor, "handoff.returned", "marketing-to-sdr", "capture");
        write(poor, "handoff.not-ours", "marketing-to-sdr", "capture");
        write(poor, "handoff.accepted", "marketing-to-sdr", "qualification");
        write(poor, "campaign.mismatched", null, "qualification");
        write(poor, "campaign.mismatched", null, "qualification");
        write(other, "handoff.accepted", "ae-to-csm", "onboarding");

        JsonNode said = read("manager-1", "?from=2015-09-01&to=2015-09-30").path("campaigns");

        assertThat(said).hasSize(2);
        assertThat(said.path(0).toString())
                .isEqualTo("{\"campaign\":\"Autumn, 2015\",\"leads\":2,\"accepted\":2,\"returned\":1,"
                        + "\"qualified\":1,\"mismatched\":1}");
        assertThat(said.path(1).path("campaign").asText()).isEqualTo("unknown");
        assertThat(said.path(1).path("accepted").asInt()).isZero();
        assertThat(read("manager-1", "?from=2014-09-01&to=2014-09-30").path("campaigns"))
                .isEmpty();
    }

    @Test
    void isForManagersAndRefusesWhatIsNoDay() {
        assertThat(get("sdr-1", "").statusCode()).isEqualTo(403);
        assertThat(get("manager-1", "").statusCode()).isEqualTo(200);
        assertThat(get("manager-1", "?from=yesterday").statusCode()).isEqualTo(400);
    }

    private JsonNode read(String person, String query) {
        return new Caller(port, person).read(get(person, query));
    }

    private HttpResponse<String> get(String person, String query) {
        return new Caller(port, person).get("/api/figures/campaigns" + query);
    }

    private LeadReference lead(String campaign) {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.CAPTURE);
        facts.say(lead, "campaign", campaign, "website");
        write(lead, "lead.captured", null, "capture");
        return lead;
    }

    private void write(LeadReference lead, String type, String exchange, String leg) {
        past.happened(
                Instant.parse("2015-09-10T10:00:00Z"),
                past.entry(lead, type).by("baton").leg(leg).exchange(exchange));
    }
}
