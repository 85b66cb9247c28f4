package org.batonrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.insight.Viewer;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.NodeList;

/** The list of leads in a browser, as JSON, and as tables; each test has a segment of its own to tell its leads by. */
class BoardTests extends RunningBaton {

    private static int segments;

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LeadBoard board;

    private String segment;

    @BeforeEach
    void hasLeadsOfItsOwn() {
        segment = "board-" + segments++;
    }

    @Test
    void filtersCombine() {
        LeadReference wanted = lead("ae-1", Leg.DEAL, 20_000L);
        batons.raise(wanted, Flag.ONE_CONTACT, "test");
        lead("ae-1", Leg.DEAL, 5_000L);
        lead("ae-2", Leg.DEAL, 20_000L);
        lead("sdr-1", Leg.QUALIFICATION, null);

        assertThat(listed("&holder=ae-1&leg=deal&flag=one-contact&value=10000-30000&state=running&source=web+form"))
                .containsExactly(wanted.value());
        assertThat(listed("&holder=ae-1&value=-10000")).hasSize(1).doesNotContain(wanted.value());
        assertThat(listed("&value=10000-")).hasSize(2);
        assertThat(listed("&value=unknown")).hasSize(1);
        assertThat(listed("&team=ae")).hasSize(3);
        assertThat(listed("&team=ae&holder=ae-2")).hasSize(1);
        assertThat(listed("&team=ae&holder=sdr-1")).isEmpty();
        assertThat(listed("&state=finished")).isEmpty();
        assertThat(listed("&state=open")).hasSize(4);
        assertThat(listed("&campaign=unknown&source=fair")).isEmpty();
    }

    @Test
    void aCampaignIsFoundByItsWholeName() {
        LeadReference lead = lead("sdr-1", Leg.QUALIFICATION, null);
        jdbc.sql("delete from lead_fact where reference = :lead and name = 'campaign'")
                .param("lead", lead.value())
                .update();
        assertThat(listed("&campaign=unknown")).containsExactly(lead.value());

        jdbc.sql("insert into lead_fact (reference, name, said, said_by, said_at)"
                        + " values (:lead, 'campaign', 'autumn & winter', 'test', current_timestamp)")
                .param("lead", lead.value())
                .update();

        assertThat(listed("&campaign=autumn+%26+winter")).containsExactly(lead.value());
        assertThat(listed("&campaign=autumn")).isEmpty();
    }

    @Test
    void whatIsLateIsWhatHasATaskThatShouldHaveBeenDone() {
        LeadReference late = lead("sdr-1", Leg.QUALIFICATION, null);
        LeadReference inTime = lead("sdr-1", Leg.QUALIFICATION, null);
        for (LeadReference lead : List.of(late, inTime)) {
            runtime.startProcessInstanceByKey("qualification", lead.value(), aLead.variables(lead));
        }
        assertThat(listed("&late=true")).isEmpty();
        Task task = task(late.value(), "qualifyLead");
        task.setDueDate(new Date(0));
        tasks.saveTask(task);

        assertThat(listed("&late=true")).containsExactly(late.value());
        assertThat(listed("&late=false")).containsExactly(inTime.value());
        assertThat(listed("&sort=due")).containsExactly(late.value(), inTime.value());
        assertThat(page("manager-1", "&late=true")).contains("(late)");
    }

    @ParameterizedTest
    @EnumSource(LeadSort.class)
    void pagesByTheLastLeadHoweverTheyAreSorted(LeadSort sort) {
        for (int i = 0; i < 12; i++) {
            LeadReference lead = lead(i % 2 == 0 ? "ae-1" : "ae-2", Leg.DEAL, i % 3 == 0 ? null : (long) i % 7);
            jdbc.sql("update baton set holder_since = :since, next_step_on = :next where reference = :lead")
                    .param("since", OffsetDateTime.parse("2020-01-01T00:00:00Z").plusHours(i % 5))
                    .param("next", i % 4 == 0 ? null : LocalDate.of(2027, 1, 1 + i % 6))
                    .param("lead", lead.value())
                    .update();
        }
        Viewer manager = new Viewer("manager-1", Set.of("manager"));
        LeadFilter these = new LeadFilter(null, List.of(), null, null, null, null, null, null, segment, null, null);
        for (boolean down : new boolean[] {false, true}) {
            Order order = new Order(sort, down, null);
            List<String> all = references(board.rows(manager, these, order, 100, 0));
            List<String> paged = new ArrayList<>();
            List<LeadRow> page = board.rows(manager, these, order, 5, 0);
            while (!page.isEmpty()) {
                paged.addAll(references(page));
                LeadRow last = page.get(page.size() - 1);
                page = board.rows(manager, these, order.after(order.token(last.key(), last.reference())), 5, 0);
            }

            assertThat(paged).hasSize(12).containsExactlyElementsOf(all);
        }
    }

    private static List<String> references(List<LeadRow> rows) {
        return rows.stream().map(LeadRow::reference).toList();
    }

    @Test
    void aPageSaysWhereTheNextOneBegins() {
        for (int i = 0; i < LeadBoard.PAGE_SIZE + 1; i++) {
            lead("ae-1", Leg.DEAL, null);
        }
        Set<String> first = listed("&sort=client");

        String next = json("&sort=client").get("next").asText();
        JsonNode second = json("&sort=client&after=" + next);

        assertThat(first).hasSize(LeadBoard.PAGE_SIZE);
        assertThat(second.get("leads")).hasSize(1);
        assertThat(first).doesNotContain(second.at("/leads/0/reference").asText());
        assertThat(second.has("next")).isFalse();
        assertThat(new Caller(port, "manager-1")
                        .get("/api/leads?sort=since&after=" + next)
                        .statusCode())
                .as("a place in another order")
                .isEqualTo(400);
        assertThat(table("manager-1", "/leads.csv").lines()).hasSize(LeadBoard.PAGE_SIZE + 2);
        assertThat(new Caller(port, "manager-1")
                        .get("/api/leads?segment=" + segment, "Accept", "text/csv")
                        .body()
                        .lines())
                .hasSize(LeadBoard.PAGE_SIZE + 2);
    }

    @Test
    void sortsBothWays() {
        LeadReference small = lead("ae-1", Leg.DEAL, 1L);
        LeadReference unknown = lead("ae-1", Leg.DEAL, null);
        LeadReference great = lead("ae-1", Leg.DEAL, 900L);

        assertThat(listed("&sort=-value")).containsExactly(great.value(), small.value(), unknown.value());
        assertThat(listed("&sort=value")).containsExactly(unknown.value(), small.value(), great.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "holdr=ae-1",
                "leg=sprint",
                "flag=green",
                "state=gone",
                "late=perhaps",
                "value=much",
                "value=5-1",
                "value=-",
                "sort=colour",
                "view=map",
                "page=0",
                "after=nonsense",
                "after=%20%F0%9F%98%80",
                "team=nobodies",
                "leg=deal&leg=capture",
                "figure=moon",
                "from=2026-01-01",
                "figure=offers&by=source",
                "figure=offers&zone=Mars",
                "figure=offers&from=2026-02-02&to=2026-01-01"
            })
    void saysWhatIsWrongWithAnAddressAndShowsNothing(String query) {
        String field = query.startsWith("figure=offers") ? "" : query.substring(0, query.indexOf('='));
        Caller manager = new Caller(port, "manager-1");
        HttpResponse<String> json = manager.get("/api/leads?" + query);
        HttpResponse<String> html = manager.get("/leads?" + query, "Accept", "text/html");

        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("\"errors\"").contains(field);
        assertThat(html.statusCode()).isEqualTo(400);
        assertThat(html.body()).contains("role=\"alert\"").doesNotContain("<table");
        assertThat(manager.get("/leads.csv?" + query).statusCode()).isEqualTo(400);
        assertThat(manager.get("/leads.xlsx?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void everybodySeesTheirs() {
        LeadReference sdrs = lead("sdr-1", Leg.QUALIFICATION, null);
        LeadReference aes = lead("ae-1", Leg.DEAL, null);
        LeadReference once = lead("sdr-1", Leg.QUALIFICATION, null);
        batons.pass(once, Holder.person("ae-2"), "test");

        assertThat(page("sdr-1", "")).contains(sdrs.value(), once.value()).doesNotContain(aes.value());
        assertThat(page("manager-1", "")).contains(sdrs.value(), once.value(), aes.value());
        assertThat(table("sdr-1", "/leads.csv")).contains(sdrs.value()).doesNotContain(aes.value());
        assertThat(new Caller(port, "sdr-1").get("/leads?figure=offers").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "holder=sdr-1",
                "value=1-",
                "sort=value",
                "late=true",
                "source=fair",
                "segment=x",
                "figure=offers"
            })
    void aPartnerAsksByNothingThatWouldTellWhatIsNotShared(String query) {
        Caller partner = new Caller(port, "partner-1");

        assertThat(partner.get("/api/leads?" + query).statusCode()).isEqualTo(400);
        assertThat(partner.get("/leads.csv?" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void aPartnersRowsSayNoMoreThanIsShared() {
        LeadReference lead = lead("partner-1", Leg.DEAL, 77_000L);
        Caller partner = new Caller(port, "partner-1");

        JsonNode row = partner.read(partner.get("/api/leads?q=" + lead)).at("/leads/0");

        assertThat(row.get("reference").asText()).isEqualTo(lead.value());
        assertThat(row.get("value").isNull()).isTrue();
        assertThat(row.get("source").isNull()).isTrue();
        assertThat(partner.get("/leads?view=board", "Accept", "text/html").body())
                .doesNotContain("77,000");
    }

    @Test
    void theBoardCountsAndAddsUpByLeg() {
        lead("sdr-1", Leg.QUALIFICATION, null);
        lead("ae-1", Leg.DEAL, 1_000L);
        lead("ae-2", Leg.DEAL, 2_500L);
        aLead.becomes(lead("ae-2", Leg.DEAL, 9_999L), Baton.State.CLOSED);

        String page = page("manager-1", "&view=board");

        assertThat(page).contains("that are not over").contains("€ 3,500").doesNotContain("9,999");
        assertThat(page.replaceAll("<[^>]+>", "").replaceAll("\\s+", " "))
                .contains("deal 2 leads, € 3,500")
                .contains("qualification 1 leads")
                .contains("onboarding 0 leads");
        assertThat(page("manager-1", "&view=board&state=closed")).contains("€ 9,999");
    }

    @Test
    void theViewStandsInItsAddress() {
        lead("ae-1", Leg.DEAL, 1_000L);

        String list = page("manager-1", "&leg=deal&sort=-value");

        assertThat(list)
                .contains("/leads.csv?leg=deal&amp;segment=" + segment + "&amp;sort=-value")
                .contains("aria-sort=\"descending\"")
                .contains("sort=value")
                .contains("<option value=\"deal\" selected=\"selected\">");
    }

    @Test
    void formulasInCellsAreTexts() throws Exception {
        LeadReference lead = lead("ae-1", Leg.DEAL, 1_000L);
        String evil = "=HYPERLINK(\"http://evil.example\",\"click\")";
        jdbc.sql("update lead set organisation = :evil where reference = :lead")
                .param("evil", evil)
                .param("lead", lead.value())
                .update();
        jdbc.sql("update baton set next_step = :evil where reference = :lead")
                .param("evil", "\t@SUM(1) & <b>\u0001")
                .param("lead", lead.value())
                .update();

        String csv = table("manager-1", "/leads.csv");
        assertThat(csv)
                .contains("\"'=HYPERLINK(\"\"http")
                .contains("'\t@SUM(1)")
                .contains(",1000,");
        assertThat(csv.lines()).hasSize(2);

        List<String> cells = workbook();
        assertThat(cells).contains("reference", lead.value(), "'" + evil, "'\t@SUM(1) & <b>", "1000");
    }

    private LeadReference lead(String holder, Leg leg, Long value) {
        LeadReference lead = aLead.heldBy(holder, leg, "en", segment);
        if (value != null) {
            jdbc.sql("insert into deal_terms (reference, deal_value) values (:lead, :value)")
                    .param("lead", lead.value())
                    .param("value", value)
                    .update();
        }
        return lead;
    }

    private Set<String> listed(String query) {
        Set<String> found = new LinkedHashSet<>();
        json(query).get("leads").forEach(row -> found.add(row.get("reference").asText()));
        return found;
    }

    private JsonNode json(String query) {
        Caller manager = new Caller(port, "manager-1");
        return manager.read(manager.get("/api/leads?segment=" + segment + query));
    }

    private String page(String person, String query) {
        HttpResponse<String> page =
                new Caller(port, person).get("/leads?segment=" + segment + query, "Accept", "text/html");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private String table(String person, String path) {
        return new Caller(port, person).get(path + "?segment=" + segment).body();
    }

    private List<String> workbook() throws Exception {
        HttpURLConnection call = (HttpURLConnection)
                new URL("http://127.0.0.1:" + port + "/leads.xlsx?segment=" + segment).openConnection();
        call.setRequestProperty(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("manager-1:manager-1".getBytes(StandardCharsets.UTF_8)));
        byte[] file = call.getInputStream().readAllBytes();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file));
        List<String> cells = new ArrayList<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            ByteArrayOutputStream part = new ByteArrayOutputStream();
            zip.transferTo(part);
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.toByteArray()));
            for (String cell : List.of("t", "v")) {
                NodeList found = document.getElementsByTagName(cell);
                for (int i = 0; i < found.getLength(); i++) {
                    cells.add(found.item(i).getTextContent());
                }
            }
        }
        return cells;
    }
}
