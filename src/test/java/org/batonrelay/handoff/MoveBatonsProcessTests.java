package org.batonrelay.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H20: one action of a manager moves all batons of a person or a team. */
class MoveBatonsProcessTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Autowired
    Offers offers;

    @Autowired
    JdbcClient jdbc;

    private OwnTeam team;

    @BeforeEach
    void aTeamOfItsOwn() {
        team = new OwnTeam("moving-team", List.of("yve", "zoe"), identity, jdbc);
        team.comes();
    }

    @AfterEach
    void theyGo() {
        team.goes();
    }

    @Test
    void h20_movesTwoHundredBatonsToATeamThroughTheRoutingWithARowEach() {
        List<LeadReference> leads = IntStream.range(0, 200)
                .mapToObj(i -> aLead.heldBy("yve", i % 2 == 0 ? Leg.QUALIFICATION : Leg.DEAL))
                .toList();

        move("manager-1", "yve", null, "yve leaves us");
        runErrands();

        for (LeadReference lead : leads) {
            assertThat(batons.get(lead).holder().isGroup()).isTrue();
            assertThat(last(lead, EntryType.HOLDER_CHANGED).actor()).isEqualTo("manager-1");
            assertThat(last(lead, EntryType.HOLDER_CHANGED).detail())
                    .containsEntry("from", "yve")
                    .containsEntry("why", "yve leaves us");
            boolean qualification = leads.indexOf(lead) % 2 == 0;
            assertThat(batons.get(lead).holder()).isEqualTo(Holder.group(qualification ? "sdr" : "ae"));
            // the rules of lead-routing are about who qualifies; a deal goes to the team of its leg
            assertThat(ledger.of(lead).stream().filter(it -> it.type() == EntryType.LEAD_ROUTED))
                    .as("routed anew, and on record: " + lead)
                    .hasSize(qualification ? 1 : 0);
            assertThat(ledger.of(lead).stream()
                            .filter(it -> it.type() == EntryType.HOLDER_CHANGED)
                            .filter(it -> "manager-1".equals(it.actor())))
                    .hasSize(1);
        }
    }

    @Test
    void movesTheTasksAndTheOpenOffersToWhomTheManagerNames() {
        LeadReference held = aLead.heldBy("yve", Leg.QUALIFICATION);
        runtime.startProcessInstanceByKey("qualification", held.value(), aLead.variables(held));
        LeadReference offered = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(offered, "Demo", LocalDate.of(2027, 1, 4));
        Map<String, Object> variables = aLead.variables(offered);
        variables.put("exchange", "sdr-to-ae");
        variables.put("giver", "sdr-1");
        variables.put("receiver", "yve");
        runtime.startProcessInstanceByKey("handoff", offered.value(), variables);

        move("manager-1", "group:moving-team", "ae-2", "a new team");
        runErrands();

        assertThat(batons.get(held).holder()).isEqualTo(Holder.person("ae-2"));
        assertThat(task(held.value(), "qualifyLead").getAssignee()).isEqualTo("ae-2");
        assertThat(offers.open(offered).orElseThrow().receiver()).isEqualTo(Holder.person("ae-2"));
        assertThat(last(offered, EntryType.HANDOFF_REASSIGNED).detail()).containsEntry("cause", "a new team");
        assertThat(batons.get(offered).holder()).isEqualTo(Holder.person("sdr-1"));
    }

    @Test
    void engineO7_theBriefThatIsOpenGoesWithTheBatonOfAGroup() {
        LeadReference lead = withAnOpenBrief();

        move("manager-1", "group:moving-team", "ae-2", "they know them");
        runErrands();

        assertThat(batons.get(lead).holder()).isEqualTo(Holder.person("ae-2"));
        assertThat(task(lead.value(), "prepareBrief").getAssignee()).isEqualTo("ae-2");
        assertThat(tasks.getIdentityLinksForTask(
                        task(lead.value(), "prepareBrief").getId()))
                .as("and is the group's no more")
                .noneMatch(link -> "moving-team".equals(link.getGroupId()));
    }

    @Test
    void engineO7_soItDoesOnAVersionThatDoesNotSayWhoseATaskIs() throws Exception {
        String silent = Files.readString(Path.of("bpmn/handoff.bpmn"))
                .replaceAll("(?s)<camunda:properties>.*?</camunda:properties>", "");
        Deployment older = engine.getRepositoryService()
                .createDeployment()
                .addString("handoff.bpmn", silent)
                .deploy();
        try {
            LeadReference lead = withAnOpenBrief();

            move("manager-1", "group:moving-team", "ae-2", "they know them");
            runErrands();

            assertThat(task(lead.value(), "prepareBrief").getAssignee()).isEqualTo("ae-2");
        } finally {
            engine.getRepositoryService().deleteDeployment(older.getId(), true);
        }
    }

    private LeadReference withAnOpenBrief() {
        LeadReference lead = aLead.unknownHeldBy("group:moving-team", Leg.CAPTURE);
        Map<String, Object> variables = aLead.variables(lead);
        variables.put("exchange", "marketing-to-sdr");
        variables.put("giver", "group:moving-team");
        variables.put("receiver", "group:sdr");
        runtime.startProcessInstanceByKey("handoff", lead.value(), variables);
        assertThat(task(lead.value(), "prepareBrief").getAssignee()).isNull();
        return lead;
    }

    @Test
    void leavesWhatHasMovedByItselfMeanwhile() {
        LeadReference lead = aLead.heldBy("zoe", Leg.DEAL);
        move("manager-1", "zoe", "ae-2", "test");

        batons.pass(lead, Holder.person("ae-1"), "meanwhile");
        runErrands();

        assertThat(batons.get(lead).holder()).isEqualTo(Holder.person("ae-1"));
    }

    @Test
    void saysWhenThereIsNothingToMoveAndWhenNobodyIsThere() {
        assertThatThrownBy(() -> move("manager-1", "yve", null, "test"))
                .hasMessageContaining("there is nothing to move");
        aLead.heldBy("yve", Leg.DEAL);
        assertThatThrownBy(() -> move("manager-1", "yve", "nobody-at-all", "test"))
                .hasMessageContaining("nobody-at-all");
        assertThatThrownBy(() -> move("sdr-1", "yve", null, "test")).isInstanceOf(RuntimeException.class);
    }

    private void move(String by, String from, String to, String why) {
        Map<String, Object> form = new java.util.HashMap<>(Map.of("moveFrom", from, "moveWhy", why));
        form.put("moveTo", to);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("move-batons")
                .latestVersion()
                .singleResult()
                .getId();
        as(by, () -> engine.getFormService().submitStartForm(definition, form));
    }

    private void runErrands() {
        jdbc.sql("select ID_ from ACT_RU_JOB where HANDLER_CFG_ like 'move-baton%'")
                .query(String.class)
                .list()
                .forEach(management::executeJob);
    }

    private LedgerEntry last(LeadReference lead, EntryType type) {
        return ledger.of(lead).stream()
                .filter(entry -> entry.type() == type)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
