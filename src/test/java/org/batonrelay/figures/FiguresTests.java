package org.batonrelay.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.ThePast;
import org.batonrelay.relay.ALead;
import org.batonrelay.summary.ASummary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of the relay, beside a count by hand. Each test has a year of its own, long past. */
class FiguresTests extends RunningBaton {

    private static int years = 1980;

    @Autowired
    private ThePast past;

    @Autowired
    ALead aLead;

    @Autowired
    ASummary summaries;

    @Autowired
    JdbcClient jdbc;

    private int year;
    private LeadReference lead;

    @BeforeEach
    void hasAYearOfItsOwn() {
        year = years++;
        lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
    }

    @Test
    void r8_countsMisroutesByTheRuleThatFired() {
        String misrouted = offer("01-06T08:00:00Z", "sdr", "not-ours", "sdr-1", 10);
        write("01-06T08:00:00Z", "handoff.offered", about(misrouted, ""));
        write("01-06T08:10:00Z", "handoff.not-ours", about(misrouted, ",\"rule\":\"listRule\""));

        JsonNode exchange = figures("").at("/figures/0/exchanges/0");

        assertThat(exchange.get("notOurs").asInt()).isEqualTo(1);
        assertThat(exchange.at("/misroutedBy/listRule").asInt()).isEqualTo(1);
    }

    /**
     * Two hundred batons: of each ten six are accepted, one returned, one not theirs, one dropped, one left to lie by a
     * partner. What was dropped or left to lie had a deadline, too, and missed it.
     */
    @Test
    void v2_everyFigureOfTwoHundredBatonsIsWhatAHandCounts() {
        for (int i = 0; i < 200; i++) {
            lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
            aBaton(i);
        }

        JsonNode all = figures("").at("/figures/0");
        JsonNode exchange = all.at("/exchanges/0");
        assertThat(exchange.get("offers").asInt()).isEqualTo(200);
        // speed to lead: 20 each took 5, 15, 25, 35, 45 and 65 minutes; an hour was given
        assertThat(exchange.get("accepted").asInt()).isEqualTo(120);
        assertThat(exchange.at("/minutes/n").asInt()).isEqualTo(120);
        assertThat(exchange.at("/minutes/median").asDouble()).isEqualTo(30);
        assertThat(exchange.at("/minutes/p90").asDouble()).isEqualTo(65);
        assertThat(exchange.at("/deadlines/n").asInt()).isEqualTo(160);
        assertThat(exchange.at("/deadlines/met").asInt()).isEqualTo(100);
        assertThat(exchange.get("takenOver").asInt()).isZero();
        assertThat(exchange.get("returned").asInt()).isEqualTo(20);
        assertThat(exchange.at("/returnReasons/not-ready").asInt()).isEqualTo(15);
        assertThat(exchange.at("/returnReasons/no-time").asInt()).isEqualTo(5);
        assertThat(exchange.get("notOurs").asInt()).isEqualTo(20);
        assertThat(exchange.at("/misroutedBy/listRule").asInt()).isEqualTo(20);
        assertThat(exchange.get("escalated").asInt()).isEqualTo(40);
        assertThat(exchange.get("dropped").asInt()).isEqualTo(20);
        assertThat(exchange.at("/dropCauses/no-time").asInt()).isEqualTo(10);
        assertThat(exchange.at("/dropCauses/poor-brief").asInt()).isEqualTo(10);
        assertThat(exchange.get("expired").asInt()).isEqualTo(20);
        assertThat(all.get("acceptedPercent").asDouble()).isEqualTo(60);
        assertThat(all.get("returnedPercent").asDouble()).isEqualTo(20);
        assertThat(all.at("/summaries/confirmed").asInt()).isEqualTo(60);
        assertThat(all.at("/summaries/announced").asInt()).isEqualTo(40);
        assertThat(all.at("/summaries/corrected").asInt()).isEqualTo(20);
        assertThat(all.at("/summaries/unanswered").asInt()).isEqualTo(20);
        assertThat(all.at("/summaries/confirmedPercent").asDouble()).isEqualTo(60);
        assertThat(all.get("departures").asInt()).isEqualTo(20);
        assertThat(all.at("/departuresByWhat/passed on").asInt()).isEqualTo(20);

        // by team: the partner has what they let lie and the last 20 accepted ones
        JsonNode partner = figures("&by=partner").at("/figures/0");
        assertThat(partner.at("/exchanges/0/offers").asInt()).isEqualTo(40);
        assertThat(partner.at("/exchanges/0/accepted").asInt()).isEqualTo(20);
        assertThat(partner.at("/exchanges/0/minutes/median").asDouble()).isEqualTo(65);
        assertThat(partner.get("acceptedPercent").asDouble()).isEqualTo(50);

        // time to value: 40 signed, 20 of them confirm their first result after 10, 20 of them never do
        Caller manager = new Caller(port, "manager-1");
        JsonNode value = manager.read(
                        manager.get("/api/figures/time-to-value?from=" + year + "-01-01&to=" + year + "-12-31"))
                .at("/timeToValue");
        assertThat(value.at("/signed").asInt()).isEqualTo(40);
        assertThat(value.at("/withoutTheirWord").asInt()).isEqualTo(20);
        assertThat(value.at("/days/n").asInt()).isEqualTo(20);
        assertThat(value.at("/days/median").asDouble()).isEqualTo(10);
    }

    /** The lead at hand, and what became of it: the same for each i of ten. */
    private void aBaton(int i) {
        String at = "02-0" + (1 + i % 9) + "T08:00:00Z";
        switch (i % 10) {
            case 0, 1, 2, 3, 4 -> accepted(at, "sdr", "sdr-1", 5 + 10 * (i % 10));
            case 5 -> accepted(at, "partner", "partner-1", 65);
            case 6 -> settled(at, "sdr", "returned", ",\"reason\":\"" + (i % 40 == 6 ? "no-time" : "not-ready") + "\"");
            case 7 -> settled(at, "sdr", "not-ours", ",\"rule\":\"listRule\"");
            case 8 -> {
                String id = settled(at, "sdr", "dropped", ",\"cause\":\"no-answer\"");
                write(at, "handoff.escalated", about(id, ""));
                write(
                        at,
                        "handoff.explained",
                        about(id, ",\"cause\":\"" + (i % 20 == 8 ? "no-time" : "poor-brief") + "\""));
            }
            default -> write(at, "handoff.escalated", about(settled(at, "partner", "expired", ""), ""));
        }
        switch (i % 10) {
            case 0, 1 -> write(at, "summary.confirmed", "{\"version\":1,\"announced\":true}");
            case 2 -> write(at, "summary.confirmed", "{\"version\":1,\"announced\":false}");
            case 3 -> write(at, "summary.corrected", "{\"version\":1}");
            case 4 -> write(at, "summary.unanswered", "{\"version\":1}");
            case 5 -> write(at, "departure.recorded", "{\"what\":\"passed on\"}");
            case 6 -> {
                signed("03-01T08:00:00Z");
                write("03-11T08:00:00Z", "value.confirmed", "{}");
            }
            case 7 -> {
                signed("03-01T08:00:00Z");
                write("onboarding", "04-01T08:00:00Z", "leg.finished", "{}");
            }
            default -> {}
        }
    }

    private void signed(String at) {
        write("deal", at, "leg.finished", "{\"outcome\":\"won\"}");
    }

    private String settled(String at, String team, String outcome, String more) {
        String id = offer(at, team, outcome, "baton", 30);
        write(at, "handoff.offered", about(id, ""));
        write(at, "handoff." + outcome, about(id, more));
        return id;
    }

    @Test
    void countsEachFigureOfAFewOffers() {
        aYear();

        JsonNode all = figures("").at("/figures/0");
        JsonNode exchange = all.at("/exchanges/0");

        assertThat(exchange.get("exchange").asText()).isEqualTo("marketing-to-sdr");
        assertThat(exchange.get("offers").asInt()).isEqualTo(8);
        assertThat(exchange.get("accepted").asInt()).isEqualTo(5);
        assertThat(exchange.get("returned").asInt()).isEqualTo(1);
        assertThat(exchange.at("/returnReasons/not-ready").asInt()).isEqualTo(1);
        assertThat(exchange.get("dropped").asInt()).isEqualTo(1);
        assertThat(exchange.at("/dropCauses/no-time").asInt()).isEqualTo(1);
        assertThat(exchange.get("expired").asInt()).isEqualTo(1);
        assertThat(exchange.at("/minutes/n").asInt()).isEqualTo(5);
        assertThat(exchange.at("/minutes/median").asDouble()).isEqualTo(30);
        assertThat(exchange.at("/minutes/p90").asDouble()).isEqualTo(120);
        assertThat(exchange.at("/deadlines/n").asInt()).isEqualTo(7);
        assertThat(exchange.at("/deadlines/met").asInt()).isEqualTo(4);
        assertThat(all.get("acceptedPercent").asDouble()).isEqualTo(62.5);
        assertThat(all.at("/summaries/confirmed").asInt()).isEqualTo(1);
        assertThat(all.at("/summaries/unanswered").asInt()).isEqualTo(1);
        assertThat(all.at("/summaries/confirmedPercent").asDouble()).isEqualTo(50);
        assertThat(all.get("departures").asInt()).isEqualTo(1);
    }

    /** In another year than it was offered in: a drop counts where it happened, what is open where it was offered. */
    @Test
    void countsEachDeadlineOnceAndWhatIsOpenAndLateAsMissed() {
        String taken = offer("02-01T08:00:00Z", "sdr", "taken", "manager-1", 90);
        write("02-01T08:00:00Z", "handoff.offered", about(taken, ""));
        write("02-01T09:30:00Z", "handoff.accepted", about(taken, ",\"takenOver\":true"));
        String dropped = offer("02-02T08:00:00Z", "sdr", "dropped", "baton", 60);
        write("02-02T08:00:00Z", "handoff.offered", about(dropped, ""));
        write("02-02T09:00:00Z", "handoff.dropped", about(dropped, ""));
        write("02-02T10:00:00Z", "handoff.reassigned", about(dropped, ""));
        String late = offer("02-03T08:00:00Z", "sdr", "returned", "sdr-1", 61);
        write("02-03T08:00:00Z", "handoff.offered", about(late, ""));
        write("02-03T09:01:00Z", "handoff.returned", about(late, ""));
        String inTime = offer("02-04T08:00:00Z", "sdr", "recalled", "group:marketing", 59);
        write("02-04T08:00:00Z", "handoff.offered", about(inTime, ""));
        write("02-04T08:59:00Z", "handoff.recalled", about(inTime, ""));
        String open = offer("02-05T08:00:00Z", "sdr", "open", "baton", 0);
        write("02-05T08:00:00Z", "handoff.offered", about(open, ""));

        JsonNode exchange = figures("").at("/figures/0/exchanges/0");

        assertThat(exchange.get("takenOver").asInt()).isEqualTo(1);
        assertThat(exchange.at("/deadlines/n").asInt()).isEqualTo(4);
        assertThat(exchange.at("/deadlines/met").asInt()).isZero();
        jdbc.sql("delete from offer where id = :id").param("id", open).update();
    }

    @Test
    void p5_aPartnersScorecardComesFromTheSameCountAsOurs() {
        aYear();

        JsonNode partners = figures("&by=partner").get("figures");
        assertThat(partners).hasSize(1);
        JsonNode partner = partners.get(0);
        assertThat(partner.get("of").asText()).isEqualTo("partner");
        assertThat(partner.get("name").asText()).isEqualTo("Partners");
        assertThat(partner.at("/exchanges/0/offers").asInt()).isEqualTo(3);
        assertThat(partner.at("/exchanges/0/accepted").asInt()).isEqualTo(1);
        assertThat(partner.at("/exchanges/0/minutes/median").asDouble()).isEqualTo(120);
        assertThat(partner.get("returnedPercent").asDouble()).isEqualTo(33.3);
        assertThat(partner.at("/summaries/confirmedPercent").asDouble()).isEqualTo(100);

        for (JsonNode team : figures("&by=team").get("figures")) {
            if (team.get("of").asText().equals("partner")) {
                assertThat(team).isEqualTo(partner);
            }
        }
    }

    @Test
    void m6_averagesTheScoresOfMeetingsPerSdrAndSource() {
        write("05-01T08:00:00Z", "meeting.rated", "{\"score\":5,\"sdr\":\"sdr-1\"}");
        write("05-02T08:00:00Z", "meeting.rated", "{\"score\":4,\"sdr\":\"sdr-1\"}");
        write("05-03T08:00:00Z", "meeting.rated", "{\"score\":1,\"sdr\":\"sdr-2\"}");

        assertThat(figures("").at("/figures/0/meetingScores/n").asInt()).isEqualTo(3);
        assertThat(figures("").at("/figures/0/meetingScores/average").asDouble())
                .isEqualTo(3.3);
        JsonNode persons = figures("&by=person").get("figures");
        assertThat(persons.get(0).get("of").asText()).isEqualTo("sdr-1");
        assertThat(persons.get(0).at("/meetingScores/average").asDouble()).isEqualTo(4.5);
        assertThat(persons.get(1).at("/meetingScores/average").asDouble()).isEqualTo(1);
        assertThat(figures("&by=source").at("/figures/0/of").asText()).isEqualTo("web form");
        assertThat(figures("&by=source").at("/figures/0/meetingScores/n").asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "source", "week", "team"})
    void tellsThemApartAndLosesNone(String by) {
        aYear();
        int offers = 0;
        for (JsonNode one : figures("&by=" + by).get("figures")) {
            offers += one.at("/exchanges/0/offers").asInt();
        }
        assertThat(offers).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=soon",
                "?to=2026-13-01",
                "?to=%2B999999999-12-31",
                "?from=2026-02-02&to=2026-02-01",
                "?from=2000-01-01&to=2026-01-01",
                "/campaigns?from=2000-01-01&to=2026-01-01",
                "/contracts?from=2026-02-02&to=2026-02-01",
                "/time-to-value?to=%2B999999999-12-31",
                "/repeated?from=soon",
                "?by=colour"
            })
    void saysWhatIsWrongWithAQuestion(String query) {
        HttpResponse<String> answer = new Caller(port, "manager-1").get("/api/figures" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("problem+json");
        assertThat(answer.body()).containsAnyOf("from", "\\\"to\\\"", "800 days", "by");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdr-1", "partner-1", "website"})
    void areForManagersOnly(String person) {
        assertThat(new Caller(port, person).get("/api/figures").statusCode()).isEqualTo(403);
    }

    @Test
    void areEmptyWhereNothingHappened() {
        assertThat(figures("").at("/figures/0/exchanges")).isEmpty();
        assertThat(figures("&by=person").get("figures")).isEmpty();
    }

    /** Five offers to SDRs: four accepted, one dropped; three to a partner: accepted late, returned, left to expire. */
    private void aYear() {
        int[] minutes = {10, 20, 30, 40};
        for (int i = 0; i < minutes.length; i++) {
            accepted("02-0" + (i + 1) + "T08:00:00Z", "sdr", "sdr-1", minutes[i]);
        }
        String dropped = offer("02-06T08:00:00Z", "sdr", "dropped", "baton", 60);
        write("02-06T08:00:00Z", "handoff.offered", about(dropped, ""));
        write("02-06T09:00:00Z", "handoff.dropped", about(dropped, ",\"cause\":\"no-answer\""));
        write("02-06T10:00:00Z", "handoff.explained", about(dropped, ",\"cause\":\"no-time\""));

        accepted("03-01T08:00:00Z", "partner", "partner-1", 120);
        String returned = offer("03-02T08:00:00Z", "partner", "returned", "partner-1", 5);
        write("03-02T08:00:00Z", "handoff.offered", about(returned, ""));
        write("03-02T08:05:00Z", "handoff.returned", about(returned, ",\"reason\":\"not-ready\""));
        String expired = offer("03-03T08:00:00Z", "partner", "expired", "baton", 240);
        write("03-03T08:00:00Z", "handoff.offered", about(expired, ""));
        write("03-03T12:00:00Z", "handoff.expired", about(expired, ""));

        summaries.sent(lead, "partner-1");
        write("04-01T08:00:00Z", "summary.confirmed", "{\"version\":1,\"announced\":true}");
        summaries.sent(lead, "sdr-1");
        write("04-02T08:00:00Z", "summary.unanswered", "{\"version\":2}");
        write("04-03T08:00:00Z", "departure.recorded", "{\"what\":\"passed on\"}");
    }

    private void accepted(String at, String team, String by, int minutes) {
        String id = offer(at, team, "accepted", by, minutes);
        write(at, "handoff.offered", about(id, ""));
        write(
                Instant.parse(year + "-" + at)
                        .plus(Duration.ofMinutes(minutes))
                        .toString()
                        .substring(5),
                "handoff.accepted",
                about(id, ",\"by\":\"" + by + "\""));
    }

    private static String about(String offer, String more) {
        return "{\"offerId\":\"" + offer + "\"" + more + "}";
    }

    /** To be taken within an hour. */
    private String offer(String at, String team, String outcome, String by, int minutes) {
        String id = UUID.randomUUID().toString();
        OffsetDateTime offered = OffsetDateTime.ofInstant(Instant.parse(year + "-" + at), ZoneOffset.UTC);
        jdbc.sql("insert into offer (id, reference, exchange, number, giver, receiver, candidates, priority, team,"
                        + " calendar, offered_at, escalate_at, manager_group, outcome, settled_at, settled_by)"
                        + " values (:id, :reference, 'marketing-to-sdr', 1, 'group:marketing', :receiver, :receiver,"
                        + " 'normal', :team, 'always', :offered, :due, 'manager', :outcome, :settled, :by)")
                .param("id", id)
                .param("reference", lead.value())
                .param("receiver", "group:" + team)
                .param("team", team)
                .param("offered", offered)
                .param("due", offered.plusHours(1))
                .param("outcome", outcome)
                .param("settled", offered.plusMinutes(minutes))
                .param("by", by)
                .update();
        return id;
    }

    private void write(String at, String type, String detail) {
        write("capture", at, type, detail);
    }

    private void write(String leg, String at, String type, String detail) {
        past.happened(
                Instant.parse(year + "-" + at),
                past.entry(lead, type, detail)
                        .by("sdr-1")
                        .leg(leg)
                        .exchange(type.startsWith("handoff.") ? "marketing-to-sdr" : null));
    }

    private JsonNode figures(String more) {
        Caller manager = new Caller(port, "manager-1");
        HttpResponse<String> answer = manager.get("/api/figures?from=" + year + "-01-01&to=" + year + "-12-31" + more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return manager.read(answer);
    }
}
