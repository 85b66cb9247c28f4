package org.batonrelay.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.RunningBaton;
import org.batonrelay.absence.Absences;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R3, R5: people of a team of their own go away and come back, and what is offered to them and held by them goes on. */
class AbsenceProcessTests extends RunningBaton {

    private static final String TEAM = "away-team";

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Autowired
    Offers offers;

    @Autowired
    Absences absences;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aTeamOfItsOwn() {
        Group team = identity.newGroup(TEAM);
        team.setName("A team of its own");
        identity.saveGroup(team);
        List.of("ann", "ben", "cid").forEach(this::joins);
    }

    @AfterEach
    void everybodyIsBack() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("absence")
                .list()
                .forEach(absence -> runtime.deleteProcessInstance(absence.getId(), "test"));
        jdbc.sql("delete from absence").update();
        List.of("ann", "ben", "cid").forEach(identity::deleteUser);
        identity.deleteGroup(TEAM);
    }

    // --- open offers

    @Test
    void r5_movesAnOpenOfferToTheSubstitute() {
        String lead = offered("ann");

        goesAway("ann", "ben");

        assertThat(offer(lead).receiver()).isEqualTo(Holder.person("ben"));
        assertThat(candidates(task(lead, "takeBaton"))).containsExactly("ben");
        assertThat(last(lead, EntryType.HANDOFF_REASSIGNED).detail())
                .containsEntry("to", "ben")
                .containsEntry("cause", "ann is away");
        complete("ben", lead, "takeBaton", Map.of("decision", "accept"));
        assertThat(batons.get(new LeadReference(lead)).holder()).isEqualTo(Holder.person("ben"));
    }

    @Test
    void r5_givesAnOfferThatNobodyTookMeanwhileBackToWhoeverComesBack() {
        String moved = offered("ann");
        String own = offered("ben");
        String taken = offered("ann");
        goesAway("ann", "ben");
        complete("ben", taken, "takeBaton", Map.of("decision", "accept"));

        comesBack("ann");

        assertThat(offer(moved).receiver()).isEqualTo(Holder.person("ann"));
        assertThat(candidates(task(moved, "takeBaton"))).containsExactly("ann");
        assertThat(last(moved, EntryType.HANDOFF_REASSIGNED).detail()).containsEntry("cause", "ann is back");
        assertThat(candidates(task(own, "takeBaton"))).containsExactly("ben");
        assertThat(batons.get(new LeadReference(taken)).holder()).isEqualTo(Holder.person("ben"));
    }

    @Test
    void givesAnOpenOfferBackToTheGroupWhereNobodyStandsIn() {
        String lead = offered("ann");

        goesAway("ann", null);

        assertThat(offer(lead).receiver()).isEqualTo(Holder.group(TEAM));
        assertThat(candidates(task(lead, "takeBaton"))).containsExactly("ben", "cid");
    }

    @Test
    void waitsForThoseOfAGroupWhoAreHereAndForAllOfThemAgain() {
        String lead = offered("group:" + TEAM);
        Task take = task(lead, "takeBaton");
        as("ann", () -> tasks.claim(take.getId(), "ann"));

        goesAway("ann", "ben");

        assertThat(task(lead, "takeBaton").getAssignee()).isNull();
        assertThat(candidates(task(lead, "takeBaton"))).containsExactly("ben", "cid");
        comesBack("ann");
        assertThat(candidates(task(lead, "takeBaton"))).containsExactly("group:" + TEAM);
    }

    @Test
    void offersNothingToLeaversAndToWhoeverIsAway() {
        goesAway("ann", null);
        leaves("ben");

        String lead = offered("group:" + TEAM);
        assertThat(candidates(task(lead, "takeBaton"))).containsExactly("cid");
        assertThat(last(lead, EntryType.HANDOFF_OFFERED).detail().get("skipped"))
                .isEqualTo(Map.of("ann", "away until " + today().plusDays(3)));
        assertThat(offer(offered("ann")).receiver()).isEqualTo(Holder.group(TEAM));
    }

    @Test
    void dropsAtOnceWhatIsOfferedToALeaverAlone() {
        identity.deleteMembership("ben", TEAM);

        assertThat(task(offered("ben"), "decideDropped")).isNotNull();
    }

    @Test
    void widensAtOnceWhenEverybodyIsAway() {
        List.of("ann", "ben", "cid").forEach(one -> goesAway(one, null));

        String lead = offered("group:" + TEAM);

        assertThat(offer(lead).widenAt()).isEqualTo(offer(lead).offeredAt());
        fire(lead, "wideningDue");
        assertThat(offer(lead).offeredTo()).contains(Holder.group("sales-support"));
    }

    @Test
    void widensAnOpenOfferWhenTheLastOneGoesAway() {
        goesAway("ann", null);
        goesAway("ben", null);
        String lead = offered("group:" + TEAM);
        assertThat(candidates(task(lead, "takeBaton"))).containsExactly("cid");

        goesAway("cid", null);

        assertThat(offer(lead).widened()
                        || offer(lead).widenAt().equals(offer(lead).offeredAt()))
                .isTrue();
    }

    @Test
    void leavesAPersonsDaysOffOutOfTheirDeadlines() {
        String sooner = offered("ann");
        LocalDate from = today().plusDays(1);
        report("manager-1", "ann", from, from.plusDays(20), null);

        String later = offered("ann");

        assertThat(offer(later).receiver()).isEqualTo(Holder.person("ann"));
        assertThat(dropAt(later)).isAfter(dropAt(sooner).plus(Duration.ofDays(18)));
    }

    // --- accepted batons

    @Test
    void r5_sharesTheTasksOfAHolderWithTheSubstituteAndNamesBoth() {
        String lead = held("ann");
        Task work = task(lead, "qualifyLead");

        goesAway("ann", "ben");

        assertThat(batons.get(new LeadReference(lead)).holder()).isEqualTo(Holder.person("ann"));
        assertThat(candidates(task(lead, "qualifyLead"))).containsExactlyInAnyOrder("ann", "ben");
        assertThatThrownBy(() -> as("cid", () -> tasks.claim(work.getId(), "cid")))
                .hasMessageContaining("not offered to you");
        complete("ben", lead, "qualifyLead", Map.of("outcome", "not-reached", "tryAgainOn", "2027-01-04"));
        assertThat(last(lead, EntryType.SUBSTITUTE_ACTED).actor()).isEqualTo("ben");
        assertThat(last(lead, EntryType.SUBSTITUTE_ACTED).detail())
                .containsEntry("for", "ann")
                .containsEntry("task", "Qualify lead");
        assertThat(batons.get(new LeadReference(lead)).holder()).isEqualTo(Holder.person("ann"));
    }

    @Test
    void sharesATaskThatAppearsWhileItsHolderIsAway() {
        goesAway("ann", "ben");

        String lead = held("ann");

        assertThat(task(lead, "qualifyLead").getAssignee()).isNull();
        assertThat(candidates(task(lead, "qualifyLead"))).containsExactlyInAnyOrder("ann", "ben");
    }

    @Test
    void givesTheTasksBackToWhoeverComesBackEarlyEvenFromAClaim() {
        String lead = held("ann");
        goesAway("ann", "ben");
        Task work = task(lead, "qualifyLead");
        as("ben", () -> tasks.claim(work.getId(), "ben"));

        comesBack("ann");

        assertThat(task(lead, "qualifyLead").getAssignee()).isEqualTo("ann");
        assertThat(candidates(task(lead, "qualifyLead"))).isEmpty();
        assertThat(absences.of("ann")).isEmpty();
    }

    @Test
    void leavesToWhoeverHasClaimedItWhatIsSharedWhenOthersComeAndGo() {
        String atWork = held("ann");
        String stoodIn = held("ann");
        goesAway("ann", "ben");
        claims("ann", atWork);
        claims("ben", stoodIn);

        goesAway("cid", null);
        comesBack("cid");

        assertThat(task(atWork, "qualifyLead").getAssignee()).isEqualTo("ann");
        assertThat(task(stoodIn, "qualifyLead").getAssignee()).isEqualTo("ben");
        assertThat(candidates(task(atWork, "qualifyLead"))).containsExactly("ann", "ben");
        assertThat(candidates(task(stoodIn, "qualifyLead"))).containsExactly("ann", "ben");
    }

    @Test
    void findsSomebodyForWhatWasClaimedWhenTheSubstituteGoesAwayToo() {
        String toNobody = held("ann");
        goesAway("ann", "ben");
        claims("ann", toNobody);

        goesAway("ben", null);

        assertThat(task(toNobody, "qualifyLead").getAssignee()).isEqualTo("ann");
        assertThat(candidates(task(toNobody, "qualifyLead"))).isEmpty();

        comesBack("ben");
        claims("ben", toNobody);
        goesAway("ben", "cid");

        assertThat(task(toNobody, "qualifyLead").getAssignee()).isNull();
        assertThat(candidates(task(toNobody, "qualifyLead"))).containsExactly("ann", "cid");
    }

    @Test
    void tellsTheSubstituteByMail() {
        User ben = identity.createUserQuery().userId("ben").singleResult();
        ben.setEmail("ben-" + System.nanoTime() + "@baton.example");
        identity.saveUser(ben);
        goesAway("ann", "ben");

        jdbc.sql("select ID_ from ACT_RU_JOB where HANDLER_CFG_ like 'stand-in%'")
                .query(String.class)
                .list()
                .forEach(management::executeJob);
        assertThat(mailbox.of(ben.getEmail()))
                .anyMatch(mail -> mail.subject().startsWith("You stand in for ann until"));
    }

    @Test
    void endsByItsDateAlone() {
        String lead = held("ann");
        goesAway("ann", "ben");

        fire("absence-ann", "absenceOver");

        assertThat(task(lead, "qualifyLead").getAssignee()).isEqualTo("ann");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey("absence-ann")
                        .count())
                .isZero();
    }

    @Test
    void goesOnToTheSubstitutesSubstitute() {
        String lead = held("ann");
        goesAway("ann", "ben");

        goesAway("ben", "cid");
        assertThat(candidates(task(lead, "qualifyLead"))).containsExactlyInAnyOrder("ann", "cid");

        comesBack("ben");
        assertThat(candidates(task(lead, "qualifyLead"))).containsExactlyInAnyOrder("ann", "ben");
    }

    @Test
    void passesASharedBatonOnWithAllItsTasks() {
        String lead = held("ann");
        goesAway("ann", "ben");

        batons.pass(new LeadReference(lead), Holder.person("cid"), "a manager says so");

        assertThat(task(lead, "qualifyLead").getAssignee()).isEqualTo("cid");
        assertThat(candidates(task(lead, "qualifyLead"))).isEmpty();
    }

    // --- what is refused

    @Test
    void refusesDaysThatDoNotAddUp() {
        assertThatThrownBy(() -> report("manager-1", "ann", today().plusDays(2), today(), null))
                .hasMessageContaining("is before the first day");
        assertThatThrownBy(() -> report("manager-1", "ann", today().minusDays(9), today().minusDays(8), null))
                .hasMessageContaining("is over");
    }

    @Test
    void refusesASubstituteWhoHasLeftOrIsAwayThen() {
        identity.deleteMembership("cid", TEAM);
        goesAway("ben", null);

        assertThatThrownBy(() -> goesAway("ann", "cid")).hasMessageContaining("cid does not work here any more");
        assertThatThrownBy(() -> goesAway("ann", "nobody-at-all"))
                .hasMessageContaining("there is nobody called 'nobody-at-all'");
        assertThatThrownBy(() -> goesAway("ann", "ben")).hasMessageContaining("ben is away from " + today());
        assertThatThrownBy(() -> goesAway("ann", "ann")).hasMessageContaining("nobody stands in for themselves");
        assertThatThrownBy(() -> goesAway("ann", "partner-1")).hasMessageContaining("is not of the house");
        assertThatThrownBy(() -> goesAway("ann", "website")).hasMessageContaining("website does not work here");
        assertThat(absences.of("ann")).isEmpty();
    }

    @Test
    void r5_refusesAbsencesThatPointAtEachOtherInACircleOfAnyLength() {
        goesAway("ann", "ben");
        assertThatThrownBy(() -> goesAway("ben", "ann")).hasMessageContaining("ben → ann → ben");

        goesAway("ben", "cid");
        assertThatThrownBy(() -> goesAway("cid", "ann"))
                .hasMessageContaining("cid → ann → ben → cid")
                .hasMessageContaining("point at each other");
    }

    @Test
    void letsOnlyManagersReportSomebodyElse() {
        assertThatThrownBy(() -> report("ae-1", "ben", today(), today(), null))
                .hasMessageContaining("only a manager notes somebody else's absence");
    }

    @Test
    void letsEverybodyOfTheHouseReportThemselves() {
        report("legal-1", "", today().plusDays(40), today().plusDays(41), "ann");

        assertThat(absences.daysOff("legal-1").test(today().plusDays(41))).isTrue();
        assertThat(task("absence-legal-1", "endAbsence").getDueDate()).isNotNull();
    }

    @Test
    void letsACancelledAbsenceChangeNothing() {
        String lead = held("ann");
        report("manager-1", "ann", today().plusDays(5), today().plusDays(9), "ben");

        complete("ann", "absence-ann", "endAbsence", Map.of());

        assertThat(task(lead, "qualifyLead").getAssignee()).isEqualTo("ann");
        assertThat(absences.daysOff("ann").test(today().plusDays(6))).isFalse();
    }

    // --- the steps

    private void joins(String person) {
        User user = identity.newUser(person);
        user.setFirstName(person);
        user.setPassword(person);
        identity.saveUser(user);
        identity.createMembership(person, TEAM);
    }

    private void leaves(String person) {
        identity.createMembership(person, "left");
    }

    private void claims(String person, String lead) {
        Task work = task(lead, "qualifyLead");
        as(person, () -> tasks.claim(work.getId(), person));
    }

    private void goesAway(String person, String substitute) {
        report("manager-1", person, today(), today().plusDays(3), substitute);
        fire("absence-" + person, "absenceBegins");
    }

    private void comesBack(String person) {
        complete("manager-1", "absence-" + person, "endAbsence", Map.of());
    }

    private void report(String by, String person, LocalDate from, LocalDate until, String substitute) {
        Map<String, Object> form = new HashMap<>();
        form.put("person", person);
        form.put("firstDay", from.toString());
        form.put("lastDay", until.toString());
        form.put("substitute", substitute);
        String definition = engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("absence")
                .latestVersion()
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .findFirst()
                .orElseThrow();
        as(by, () -> engine.getFormService().submitStartForm(definition, form));
    }

    private LocalDate today() {
        return calendar.today(TEAM);
    }

    private String offered(String receiver) {
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        batons.agreeNextStep(lead, "Demo", LocalDate.of(2027, 1, 4));
        Map<String, Object> variables = aLead.variables(lead);
        variables.put("exchange", "sdr-to-ae");
        variables.put("giver", "sdr-1");
        variables.put("receiver", receiver);
        runtime.startProcessInstanceByKey("handoff", lead.value(), variables);
        return lead.value();
    }

    private String held(String holder) {
        LeadReference lead = aLead.heldBy(holder, Leg.QUALIFICATION);
        runtime.startProcessInstanceByKey("qualification", lead.value(), aLead.variables(lead));
        return lead.value();
    }

    private Offer offer(String lead) {
        return offers.open(new LeadReference(lead)).orElseThrow();
    }

    private Instant dropAt(String lead) {
        Instant at = offer(lead).dropAt();
        return at == null ? Instant.MAX : at;
    }

    private LedgerEntry last(String lead, EntryType type) {
        List<LedgerEntry> all = ledger.of(new LeadReference(lead)).stream()
                .filter(entry -> entry.type() == type)
                .toList();
        assertThat(all).as(type.id()).isNotEmpty();
        return all.get(all.size() - 1);
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(AbsenceProcessTests::candidate)
                .sorted()
                .toList();
    }

    private static String candidate(IdentityLink link) {
        return link.getUserId() == null ? "group:" + link.getGroupId() : link.getUserId();
    }
}
