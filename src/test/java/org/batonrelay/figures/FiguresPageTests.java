package org.batonrelay.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.ledger.ThePast;
import org.batonrelay.relay.ALead;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of figures, beside a count by hand; each test has a year of its own, long past. */
class FiguresPageTests extends RunningBaton {

    private static int years = 1930;

    @Autowired
    private ThePast past;

    @Autowired
    ALead aLead;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LegRuns runs;

    private int year;
    private final List<LeadReference> leads = new ArrayList<>();

    @BeforeEach
    void hasAYearOfItsOwn() {
        year = years++;
        for (int i = 0; i < 6; i++) {
            leads.add(aLead.heldBy("sdr-1", Leg.QUALIFICATION));
        }
    }

    @Test
    void everyFigureOfAFewOffersIsWhatAHandCounts() {
        history();

        JsonNode figures = figures("");

        JsonNode line = figures.at("/exchanges/0");
        assertThat(line.get("exchange").asText()).isEqualTo("sdr-to-ae");
        assertThat(count(line, "offers")).isEqualTo(9);
        assertThat(count(line, "accepted-first")).isEqualTo(2);
        assertThat(count(line, "accepted-later")).isEqualTo(1);
        assertThat(count(line, "returned")).isEqualTo(1);
        assertThat(count(line, "not-ours")).isEqualTo(1);
        assertThat(count(line, "dropped")).isEqualTo(1);
        assertThat(count(line, "expired")).isEqualTo(1);
        assertThat(count(line, "taken-over")).isEqualTo(1);
        assertThat(count(line, "taken-back")).isEqualTo(1);
        assertThat(count(line, "open")).isZero();
        // three accepted, one of them late; dropped, expired, taken over; returned late; the rest ended in time
        assertThat(count(line, "deadlines")).isEqualTo(7);
        assertThat(count(line, "deadlines-met")).isEqualTo(2);
        assertThat(count(line, "deadlines-missed")).isEqualTo(5);
        assertThat(line.get("metPercent").asDouble()).isEqualTo(28.6);
        assertThat(line.get("medianMinutes").asDouble()).isEqualTo(20);
        assertThat(line.get("p90Minutes").asDouble()).isEqualTo(90);
        assertThat(line.at("/drops/0/cause").asText()).isEqualTo("no-time");
        assertThat(line.at("/returns/0/cause").asText()).isEqualTo("not-ready");

        JsonNode leg = figures.at("/legs/0");
        assertThat(leg.get("leg").asText()).isEqualTo("qualification");
        assertThat(leg.at("/finished/count").asInt()).isEqualTo(2);
        assertThat(leg.get("medianHours").asDouble()).isEqualTo(36);
        assertThat(leg.get("p90Hours").asDouble()).isEqualTo(48);
        assertThat(leg.get("few").asBoolean()).isTrue();

        assertThat(figures.at("/departures/0/of").asText()).isEqualTo("sdr-1");
        assertThat(figures.at("/departures/0/numbers/departures/count").asInt()).isEqualTo(1);
        assertThat(figures.at("/promises/promises/count").asInt()).isEqualTo(4);
        assertThat(figures.at("/promises/promises-kept/count").asInt()).isEqualTo(1);
        assertThat(figures.at("/promises/promises-kept-late/count").asInt()).isEqualTo(1);
        assertThat(figures.at("/promises/promises-dropped/count").asInt()).isEqualTo(1);
        assertThat(figures.at("/promises/promises-open/count").asInt()).isEqualTo(1);

        JsonNode source = figures.at("/sources/0");
        assertThat(source.get("of").asText()).isEqualTo("web form");
        assertThat(count(source, "leads")).isEqualTo(2);
        assertThat(count(source, "leads-won")).isEqualTo(1);
        assertThat(source.get("value").asLong()).isEqualTo(5000);
    }

    @Test
    void everyNumberLeadsToItsLeads() {
        history();

        JsonNode figures = figures("&by=person&per=quarter");

        List<JsonNode> numbers = new ArrayList<>();
        numbersIn(figures, numbers);
        assertThat(numbers).hasSizeGreaterThan(40);
        Caller manager = new Caller(port, "manager-1");
        int looked = 0;
        Set<String> seen = new HashSet<>();
        for (JsonNode number : numbers) {
            String link = number.get("leads").asText();
            if (number.get("count").asInt() > 0 && seen.add(link)) {
                HttpResponse<String> list = manager.get("/api" + link);
                assertThat(list.statusCode()).as(link).isEqualTo(200);
                assertThat(manager.read(list).get("total").asInt())
                        .as(link)
                        .isBetween(1, number.get("count").asInt());
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(30);
        // each offer of ours is of another lead but the last three
        assertThat(manager.read(manager.get("/api"
                                + figures.at("/exchanges/0/drops/0/number/leads")
                                        .asText()))
                        .at("/leads/0/reference")
                        .asText())
                .isEqualTo(leads.get(4).value());
    }

    @Test
    void groupsAndStepsLoseNothing() {
        history();

        for (String by : List.of("team", "person", "source", "segment", "campaign", "leg")) {
            int offers = 0;
            for (JsonNode line : figures("&by=" + by).get("groups")) {
                offers += count(line, "offers");
            }
            assertThat(offers).as(by).isEqualTo(9);
        }
        for (String per : List.of("week", "month", "quarter")) {
            int offers = 0;
            for (JsonNode step : figures("&per=" + per).get("trend")) {
                offers += count(step, "offers");
            }
            assertThat(offers).as(per).isEqualTo(9);
        }
        assertThat(figures("&per=month").get("trend")).hasSize(12);
        assertThat(figures("&by=partner").get("groups")).hasSize(1);
    }

    @Test
    void aDayIsOneOfTheReadersZone() {
        offer(0, 1, "03-31T23:30:00Z", "accepted", 10, "ae", "ae-1", null);

        assertThat(figuresOf("-04-01", "-04-30", "&zone=Europe/Berlin").get("exchanges"))
                .hasSize(1);
        assertThat(figuresOf("-04-01", "-04-30", "&zone=UTC").get("exchanges")).isEmpty();
        assertThat(figuresOf("-03-01", "-03-31", "&zone=America/New_York").get("exchanges"))
                .hasSize(1);
    }

    @Test
    void standsBesideAsManyDaysBefore() {
        offer(0, 1, "03-05T08:00:00Z", "accepted", 10, "ae", "ae-1", null);
        offer(1, 1, "02-27T08:00:00Z", "accepted", 10, "ae", "ae-1", null);
        offer(2, 1, "02-28T08:00:00Z", "accepted", 90, "ae", "ae-1", null);

        JsonNode figures = figuresOf("-03-01", "-03-10", "");

        assertThat(figures.get("beforeTo").asText())
                .isEqualTo(LocalDate.of(year, 3, 1).minusDays(1).toString());
        JsonNode line = figures.at("/exchanges/0");
        assertThat(count(line, "offers")).isEqualTo(1);
        assertThat(line.at("/numbers/offers/before").asInt()).isEqualTo(2);
        assertThat(line.get("metPercentBefore").asDouble()).isEqualTo(50);
    }

    @Test
    void aBrowserGetsAPageWithALinkAtEachNumber() {
        history();

        HttpResponse<String> page = new Caller(port, "manager-1")
                .get("/figures?by=team&from=" + year + "-01-01&to=" + year + "-12-31", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("figure=dropped&amp;at=sdr-to-ae")
                .contains("Account executives")
                .contains("28.6 %")
                .contains("€ 5,000")
                .contains("class=\"number few\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=soon",
                "from=2026-02-02&to=2026-02-01",
                "from=2016-01-01&to=2026-01-01",
                "zone=Mars",
                "zone=Europe/Berlin'--",
                "by=colour",
                "per=hour",
                "per=day&from=2025-01-01&to=2026-01-01",
                "form=2026-01-01",
                "by=team&by=person"
            })
    void saysWhatIsWrongWithAQuestion(String query) {
        String encoded = query.replace("'", "%27");
        HttpResponse<String> json =
                new Caller(port, "manager-1").get("/figures?" + encoded, "Accept", "application/json");
        HttpResponse<String> html = new Caller(port, "manager-1").get("/figures?" + encoded, "Accept", "text/html");

        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("detail");
        assertThat(html.statusCode()).isEqualTo(400);
        assertThat(html.body()).contains("role=\"alert\"").doesNotContain("<table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdr-1", "partner-1", "website"})
    void isForManagersOnly(String person) {
        assertThat(new Caller(port, person).get("/figures").statusCode()).isEqualTo(403);
        assertThat(new Caller(port, person)
                        .get("/figures", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Caller(port, person)
                        .get("/figures", "Accept", "text/html")
                        .body())
                .contains("not open to you");
    }

    /** Of the first two leads, which came in this year, one is won. */
    private void history() {
        offer(0, 1, "01-10T08:00:00Z", "accepted", 10, "ae", "ae-1", null);
        offer(1, 1, "02-10T08:00:00Z", "accepted", 20, "ae", "ae-1", null);
        offer(2, 1, "02-11T08:00:00Z", "returned", 70, "ae", "ae-2", "not-ready");
        offer(2, 2, "02-12T08:00:00Z", "accepted", 90, "ae", "ae-2", null);
        offer(3, 1, "02-13T08:00:00Z", "not-ours", 5, "ae", "ae-2", null);
        offer(4, 1, "05-13T08:00:00Z", "dropped", 60, "ae", "baton", "no-time");
        offer(4, 2, "05-14T08:00:00Z", "taken", 1, "ae", "manager-1", null);
        offer(5, 1, "06-13T08:00:00Z", "expired", 60, "partner", "baton", null);
        offer(5, 2, "06-14T08:00:00Z", "recalled", 30, "ae", "sdr-1", null);
        for (String table : List.of("leg_run", "lead_progress")) {
            // what began when the leads were made for this test, long after the year at hand
            jdbc.sql("delete from " + table + " where reference in (:leads)")
                    .param("leads", leads.stream().map(LeadReference::value).toList())
                    .update();
        }
        for (int i = 0; i < 2; i++) {
            jdbc.sql("update lead set captured_at = :at where reference = :lead")
                    .param("at", at("01-02T08:00:00Z"))
                    .param("lead", leads.get(i).value())
                    .update();
            write(i, "qualification", "01-03T08:00:00Z", "leg.started", "{}");
            write(i, "qualification", "01-0" + (4 + i) + "T08:00:00Z", "leg.finished", "{}");
        }
        write(0, "deal", "02-01T08:00:00Z", "leg.started", "{}");
        write(0, "deal", "03-01T08:00:00Z", "leg.finished", "{\"outcome\":\"won\"}");
        write(1, "qualification", "08-01T08:00:00Z", "leg.started", "{}");
        jdbc.sql("insert into deal_terms (reference, deal_value) values (:lead, 5000)")
                .param("lead", leads.get(0).value())
                .update();
        write(3, "qualification", "04-01T08:00:00Z", "departure.recorded", "{\"what\":\"passed on\"}");
        promise("kept", "06-01T20:00:00Z");
        promise("kept", "06-02T08:00:00Z");
        promise("dropped", "06-01T08:00:00Z");
        promise("open", null);
    }

    /** Due on the first of June. */
    private void promise(String state, @Nullable String settled) {
        jdbc.sql("insert into promise (id, reference, what, side, owner, due_on, state, made_at, settled_at)"
                        + " values (:id, :lead, 'A sandbox', 'us', 'ae-1', :due, :state, :made, :settled)")
                .param("id", UUID.randomUUID().toString())
                .param("lead", leads.get(0).value())
                .param("due", LocalDate.of(year, 6, 1))
                .param("state", state)
                .param("made", at("05-01T08:00:00Z"))
                .param("settled", settled == null ? null : at(settled))
                .update();
    }

    /** To be taken within an hour. */
    private void offer(
            int lead,
            int number,
            String at,
            String outcome,
            int minutes,
            String team,
            String by,
            @Nullable String why) {
        jdbc.sql("insert into offer (id, reference, exchange, number, giver, receiver, candidates, priority, team,"
                        + " calendar, offered_at, escalate_at, manager_group, outcome, settled_at, settled_by, reason)"
                        + " values (:id, :lead, 'sdr-to-ae', :number, 'sdr-1', :receiver, :receiver, 'normal', :team,"
                        + " 'always', :offered, :due, 'manager', :outcome, :settled, :by, :why)")
                .param("id", UUID.randomUUID().toString())
                .param("lead", leads.get(lead).value())
                .param("number", number)
                .param("receiver", "group:" + team)
                .param("team", team)
                .param("offered", at(at))
                .param("due", at(at).plusHours(1))
                .param("outcome", outcome)
                .param("settled", at(at).plusMinutes(minutes))
                .param("by", by)
                .param("why", why)
                .update();
    }

    private void write(int lead, String leg, String at, String type, String detail) {
        NewEntry entry = past.entry(leads.get(lead), type, detail).by("sdr-1").leg(leg);
        past.happened(at(at).toInstant(), entry);
        runs.on(new LedgerEntry(
                0, at(at).toInstant(), leads.get(lead), entry.type(), "sdr-1", leg, null, entry.detail()));
    }

    private OffsetDateTime at(String day) {
        return OffsetDateTime.parse(year + "-" + day);
    }

    private JsonNode figures(String more) {
        return figuresOf("-01-01", "-12-31", more);
    }

    private JsonNode figuresOf(String from, String to, String more) {
        Caller manager = new Caller(port, "manager-1");
        HttpResponse<String> answer =
                manager.get("/figures?from=" + year + from + "&to=" + year + to + more, "Accept", "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return manager.read(answer);
    }

    private static int count(JsonNode line, String figure) {
        return line.at("/numbers/" + figure + "/count").asInt(-1);
    }

    private static void numbersIn(JsonNode node, List<JsonNode> numbers) {
        if (node.has("leads") && node.has("count")) {
            numbers.add(node);
        }
        node.forEach(child -> numbersIn(child, numbers));
    }
}
