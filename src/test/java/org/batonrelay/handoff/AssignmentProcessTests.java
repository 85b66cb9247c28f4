package org.batonrelay.handoff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.batonrelay.relay.Relays;
import org.batonrelay.team.People;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R2, R3, R4, R8, R9: who of a team is offered the next baton, as the process owner's table says. */
class AssignmentProcessTests extends RunningBaton {

    private static final String TEAM = "sharing-team";

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Autowired
    Offers offers;

    @Autowired
    Relays relays;

    @Autowired
    RepositoryService repository;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final List<String> deployments = new ArrayList<>();
    private OwnTeam team;

    @BeforeEach
    void aTeamOfItsOwn() {
        team = new OwnTeam(TEAM, List.of("uma", "vic", "wim", "xia"), identity, jdbc);
        team.comes();
    }

    @AfterEach
    void nothingIsLeft() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        management.createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> management.deleteJob(job.getId()));
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from parked_baton").update();
        jdbc.sql("delete from parked_look").update();
        jdbc.sql("delete from assignment_turn").update();
        jdbc.sql("update offer set outcome = 'closed' where team = :team and outcome = 'open'")
                .param("team", TEAM)
                .update();
        jdbc.sql("update baton set state = 'closed' where holder in ('uma', 'vic', 'wim', 'xia')")
                .update();
        team.goes();
    }

    // --- R2: turns

    @Test
    void r2_givesFourHundredLeadsOutByWeightWithEightThatStartAtOnce() throws Exception {
        // H2 lets one write at a time, so that a tenth says as much; a real PostgreSQL has all of them
        int quarter = isOnPostgreSql() ? 100 : 10;
        deploy(rule("uma", "round-robin", 2, null), rule("", "round-robin", 1, null));
        team.leaves("xia");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> started = IntStream.range(0, 4 * quarter)
                    .mapToObj(i -> threads.submit(() -> offered("group:" + TEAM)))
                    .toList();
            for (Future<String> one : started) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(waitingFor("uma")).isBetween(2 * quarter - 1, 2 * quarter + 1);
        assertThat(waitingFor("vic")).isBetween(quarter - 1, quarter + 1);
        assertThat(waitingFor("wim")).isBetween(quarter - 1, quarter + 1);
    }

    @Test
    void offersToTheLeastBusyForTheirWeight() {
        deploy(rule("uma", "least-busy", 2, null), rule("", "least-busy", 1, null));
        List.of("wim", "xia").forEach(team::leaves);
        holds("uma");
        holds("vic");

        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("uma");
        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("uma");
        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("vic");
    }

    @Test
    void offersToAllWhereNobodyHasAskedForMore() {
        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("group:" + TEAM);
    }

    @Test
    void r7_countsNoTurnForWhatIsOfferedToOnePersonFromTheStart() {
        deploy(rule("", "round-robin", 1, null));

        offered("uma");
        offered("uma");

        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("uma");
        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("vic");
    }

    @Test
    void r7_theOwnerOfAnAccountIsOfferedItsLeadsAndLosesNoTurnByThem() {
        deploy(rule("", "round-robin", 1, null));
        anAccountOf("uma", "owned-by-uma.example");
        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("uma");

        for (String first : List.of("ann", "ben", "cleo")) {
            LeadReference owned = relays.capture(ALead.from(first + "@owned-by-uma.example", "Owned by Uma " + first))
                    .reference();
            assertThat(offer(owned.value()).candidates()).isEqualTo("uma");
            relays.close(owned, "test");
        }

        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("vic");
        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("wim");
    }

    private void anAccountOf(String owner, String domain) {
        HttpResponse<String> listed = new Caller(port, "marketing-1")
                .call(
                        "POST /api/accounts/import",
                        "text/csv",
                        ("name,domains,owner\nOwned by Uma," + domain + "," + owner + "\n").getBytes(UTF_8));
        assertThat(listed.statusCode()).as(listed.body()).isEqualTo(200);
    }

    // --- R3: who is skipped

    @Test
    void r3_offersOnlyToTheFourthWithOneLeaverOneOnLeaveAndOneAtTheirCap() {
        deploy(rule("", "round-robin", 1, 1));
        team.leaves("uma");
        team.isAway("vic", calendar.today(TEAM));
        holds("wim");

        String lead = offered("group:" + TEAM);

        assertThat(offer(lead).candidates()).isEqualTo("xia");
        assertThat(last(lead, EntryType.HANDOFF_OFFERED).detail())
                .containsEntry("chosen", "whose turn it was, by weight")
                .containsEntry("candidates", List.of("xia"));
        assertThat((Map<?, ?>) last(lead, EntryType.HANDOFF_OFFERED).detail().get("skipped"))
                .isEqualTo(
                        Map.of("vic", "away until " + calendar.today(TEAM).plusDays(3), "wim", "full: 1 of at most 1"));
    }

    @Test
    void leavesOutOfAPoolWhoIsFull() {
        deploy(rule("uma", "pool", 1, 1), rule("", "pool", 1, null));
        holds("uma");

        assertThat(offer(offered("group:" + TEAM)).candidates()).isEqualTo("vic,wim,xia");
    }

    @Test
    void saysInAnIncidentThatACapOfZeroMakesNoSenseAndLetsTheTableBeforeCount() {
        deploy(rule("", "round-robin", 1, 0));

        String lead = offered("group:" + TEAM);

        assertThat(offer(lead).candidates()).isEqualTo("group:" + TEAM);
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(task(lead, "takeBaton").getProcessInstanceId())
                        .list())
                .extracting(Incident::getIncidentMessage)
                .anyMatch(message -> message.contains("a cap of 0 would leave them without any baton"));
    }

    // --- R4: parked

    @Test
    void r4_parksWhenAllAreFullAndGoesOnOldestFirst() {
        deploy(rule("", "round-robin", 1, 1));
        List.of("wim", "xia").forEach(team::leaves);
        String umas = holds("uma");
        holds("vic");

        String first = offered("group:" + TEAM);
        String second = offered("group:" + TEAM);

        assertThat(batons.get(new LeadReference(first)).state()).isEqualTo(Baton.State.WAITING);
        assertThat(batons.get(new LeadReference(first)).holder()).isEqualTo(Holder.person("sdr-1"));
        assertThat(last(first, EntryType.HANDOFF_PARKED).detail()).containsEntry("receiver", "group:" + TEAM);
        assertThat(offers.open(new LeadReference(first))).isEmpty();

        // whenever somebody gets room, it is seen at the next look, and the next look comes in time
        assertThat(looks()).hasSize(1);
        assertThat(looks().get(0).getDuedate()).isBefore(inAMinute());
        batons.pass(new LeadReference(umas), Holder.person("sdr-2"), "test");
        String third = offered("group:" + TEAM);
        looks().forEach(look -> management.executeJob(look.getId()));
        assertThat(errands("offer-parked"))
                .as("the oldest goes on at once, and nobody else")
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isNull());
        assertThat(looks())
                .as("and somebody goes on looking")
                .singleElement()
                .satisfies(look -> assertThat(look.getDuedate()).isBefore(inAMinute()));
        runErrands();

        assertThat(offer(first).candidates()).isEqualTo("uma");
        assertThat(batons.get(new LeadReference(first)).state()).isEqualTo(Baton.State.RUNNING);
        assertThat(offers.open(new LeadReference(second))).isEmpty();
        assertThat(offers.open(new LeadReference(third))).isEmpty();
    }

    @Test
    void p3_whatIsParkedWaitsForItsTeamWhoeverIsOfferedWhatComesLater() throws Exception {
        deploy(rule("", "round-robin", 1, 1));
        List.of("vic", "wim", "xia").forEach(team::leaves);
        String umas = holds("uma");
        String parked = offered("group:" + TEAM);
        deployments.add(repository
                .createDeployment()
                .addString(
                        "lead-routing.dmn",
                        java.nio.file.Files.readString(java.nio.file.Path.of("docs/examples/lead-routing.dmn")))
                .deploy()
                .getId());

        batons.pass(new LeadReference(umas), Holder.person("sdr-2"), "test");
        runErrands();

        assertThat(offer(parked).candidates()).isEqualTo("uma");
    }

    @Test
    void looksForRoomWithinAMinuteAsLongAsAnythingIsParked() {
        deploy(rule("", "round-robin", 1, 1));
        List.of("vic", "wim", "xia").forEach(team::leaves);
        holds("uma");

        offered("group:" + TEAM);

        assertThat(looks()).hasSize(1);
        assertThat(looks().get(0).getDuedate()).isBefore(inAMinute());
        runErrands();
        assertThat(looks()).hasSize(1);
        jdbc.sql("delete from parked_baton").update();
        runErrands();
        assertThat(looks()).isEmpty();
    }

    @Test
    void forgetsAParkedBatonWhoseRelayIsClosed() {
        deploy(rule("", "round-robin", 1, 1));
        List.of("vic", "wim", "xia").forEach(team::leaves);
        holds("uma");
        deployments.add(repository
                .createDeployment()
                .addString(
                        "lead-assignment.dmn",
                        dmn(List.of(rule("", "round-robin", 1, 1).replace(TEAM, "sdr"))))
                .deploy()
                .getId());
        List<String> sdrs = List.of("sdr-1", "sdr-2");
        sdrs.forEach(this::holds);
        LeadReference lead = aLead.inRelay();
        assertThat(batons.get(lead).state()).isEqualTo(Baton.State.WAITING);
        assertThat(batons.get(lead).holder()).isEqualTo(Holder.group("marketing"));

        relays.close(lead, "test");

        assertThat(jdbc.sql("select count(*) from parked_baton where reference = :reference")
                        .param("reference", lead.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    // --- R8, R9

    @Test
    void r8_countsAMisrouteWithTheRuleThatFired() {
        LeadReference lead = aLead.inRelay();

        complete("sdr-1", lead.value(), "takeBaton", Map.of("decision", "not-ours"));

        assertThat(last(lead.value(), EntryType.LEAD_ROUTED)
                        .detail()
                        .get("ruleSays")
                        .toString())
                .isNotBlank();
        assertThat(last(lead.value(), EntryType.HANDOFF_NOT_OURS).detail())
                .containsEntry(
                        "rule",
                        last(lead.value(), EntryType.LEAD_ROUTED).detail().get("rule"));
    }

    @Test
    void r9_saysWhyThisPerson() {
        deploy(rule("", "least-busy", 1, 5));
        team.isAway("vic", calendar.today(TEAM));
        holds("uma");
        String lead = offered("group:" + TEAM);

        Caller manager = new Caller(port, "manager-1");
        JsonNode page = manager.read(manager.get("/api/leads/" + lead)).path("routing");

        assertThat(page.path("receiver").asText()).isEqualTo("group:" + TEAM);
        assertThat(page.path("offeredTo").asText()).isEqualTo("wim");
        assertThat(page.path("chosen").asText()).contains("fewest batons");
        assertThat(page.path("candidates")).hasSize(3);
        assertThat(page.path("skipped").path("vic").asText()).startsWith("away until");
    }

    @Test
    void r9_onePageTellsTheRuleTheCandidatesWhoWasLeftOutAndWhy() {
        identity.createMembership("uma", "sdr");
        identity.createMembership("vic", "sdr");
        try {
            deploy(rule("", "least-busy", 1, null).replace(TEAM, "sdr"));
            team.isAway("vic", calendar.today("sdr"));
            LeadReference lead = aLead.inRelay();
            Map<String, Object> routed =
                    last(lead.value(), EntryType.LEAD_ROUTED).detail();
            String chosen = offer(lead.value()).candidates();

            String page = new Caller(port, "manager-1")
                    .get("/leads/" + lead, "Accept", "text/html")
                    .body()
                    .replaceAll("<[^>]*>", " ")
                    .replaceAll("\\s+", " ");

            assertThat(page)
                    .contains("Rule " + routed.get("ruleSays") + " (" + routed.get("rule") + ")")
                    .contains("Meant for Sales development")
                    .containsPattern("Candidates [^:]*Sam Rivers")
                    .containsPattern("Candidates [^:]*uma")
                    .contains("Chosen " + people.person(chosen).orElseThrow().name() + ", who had the fewest batons")
                    .contains("Not offered to vic: away until");
            relays.close(lead, "test");
        } finally {
            identity.deleteMembership("uma", "sdr");
            identity.deleteMembership("vic", "sdr");
        }
    }

    // --- the steps

    private String rule(String person, String mode, int weight, Integer cap) {
        String id = "rule" + (person.isEmpty() ? "Others" : person);
        return """
                <rule id="%s"><inputEntry id="%s_1"><text>"%s"</text></inputEntry>
                <inputEntry id="%s_2"><text>%s</text></inputEntry>
                <outputEntry id="%s_3"><text>"%s"</text></outputEntry>
                <outputEntry id="%s_4"><text>%d</text></outputEntry>
                <outputEntry id="%s_5"><text>%s</text></outputEntry></rule>
                """.formatted(
                        id,
                        id,
                        TEAM,
                        id,
                        person.isEmpty() ? "" : '"' + person + '"',
                        id,
                        mode,
                        id,
                        weight,
                        id,
                        cap == null ? "" : cap);
    }

    private void deploy(String... rules) {
        deployments.add(repository
                .createDeployment()
                .source("baton build") // past the rules, as what was deployed before there were any
                .addString("lead-assignment.dmn", dmn(List.of(rules)))
                .deploy()
                .getId());
    }

    private static String dmn(List<String> rules) {
        String all = String.join("", rules) + """
                <rule id="everybodyElse"><inputEntry id="e_1"><text></text></inputEntry>
                <inputEntry id="e_2"><text></text></inputEntry>
                <outputEntry id="e_3"><text>"pool"</text></outputEntry>
                <outputEntry id="e_4"><text>1</text></outputEntry>
                <outputEntry id="e_5"><text></text></outputEntry></rule>
                """;
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="lead-assignment" name="Lead assignment"
                      xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:historyTimeToLive="P1D">
                    <decisionTable id="t" hitPolicy="FIRST">
                      <input id="i1"><inputExpression id="x1" typeRef="string"><text>group</text></inputExpression></input>
                      <input id="i2"><inputExpression id="x2" typeRef="string"><text>person</text></inputExpression></input>
                      <output id="o1" name="mode" typeRef="string"/>
                      <output id="o2" name="weight" typeRef="integer"/>
                      <output id="o3" name="cap" typeRef="integer"/>
                      %s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(all);
    }

    private String offered(String receiver) {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        Map<String, Object> variables = new HashMap<>(aLead.variables(lead));
        variables.put("exchange", "sdr-to-ae");
        variables.put("giver", "sdr-1");
        variables.put("receiver", receiver);
        variables.put("asked", "");
        batons.agreeNextStep(lead, "Demo", LocalDate.of(2027, 1, 4));
        runtime.startProcessInstanceByKey("handoff", lead.value(), variables);
        return lead.value();
    }

    private String holds(String person) {
        return aLead.heldBy(person, Leg.DEAL).value();
    }

    private int waitingFor(String person) {
        return offers.waitingFor(List.of(person)).getOrDefault(person, 0);
    }

    private Offer offer(String lead) {
        return offers.open(new LeadReference(lead)).orElseThrow();
    }

    private LedgerEntry last(String lead, EntryType type) {
        return ledger.of(new LeadReference(lead)).stream()
                .filter(entry -> entry.type() == type)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Date inAMinute() {
        return new Date(ClockUtil.getCurrentTime().getTime() + 60_000);
    }

    private List<Job> looks() {
        return errands("resume-parked");
    }

    private List<Job> errands(String name) {
        List<String> ids = jdbc.sql("select ID_ from ACT_RU_JOB where HANDLER_CFG_ like :name")
                .param("name", name + "%")
                .query(String.class)
                .list();
        return management.createJobQuery().list().stream()
                .filter(job -> ids.contains(job.getId()))
                .collect(Collectors.toList());
    }

    /** Looks for room, and lets go on what there is room for. */
    private void runErrands() {
        errands("resume-parked").forEach(job -> management.executeJob(job.getId()));
        errands("offer-parked").forEach(job -> management.executeJob(job.getId()));
    }
}
