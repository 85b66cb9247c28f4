package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.contract.DealTerms;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.relay.Readinesses;
import org.batonrelay.relay.RunningLeg;
import org.batonrelay.team.People;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The contract goes out: who looks after the customer then, and from when. */
class ReadinessProcessTests extends RunningLeg {

    private static final String SECOND = "csm-second";

    @Autowired
    private Readinesses readinesses;

    @Autowired
    private ContactLinks links;

    @Autowired
    private DealTerms terms;

    @BeforeEach
    void aSecondOneComes() {
        User second = identity.newUser(SECOND);
        second.setPassword(SECOND);
        identity.saveUser(second);
        identity.createMembership(SECOND, "csm");
    }

    @AfterEach
    void theSecondOneGoes() {
        identity.deleteUser(SECOND);
    }

    private void approved() {
        runs("deal", Leg.DEAL, "ae-1", Map.of());
        batons.agreeNextStep(lead, "Sign", LocalDate.parse(day(6)));
        completes(
                "ae-1",
                "workDeal",
                Map.of(
                        "dealDecision",
                        "contract",
                        "contactName",
                        "Bert Vogel",
                        "contactEmail",
                        "bert@" + client().substring(client().indexOf('@') + 1)));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));
    }

    private void says(String readyOn) {
        completes("csm-1", "sayWhenReady", Map.of("readyOn", readyOn));
    }

    @Test
    void k6_asksOnboardingAsSoonAsTheContractGoesOut() {
        approved();
        errandsRun();

        assertThat(open()).containsExactly("sayWhenReady", "workDeal");
        assertThat(task(lead.value(), "sayWhenReady").getDueDate()).isNotNull();
        assertThat(preset("sayWhenReady")).as("when the next step is done").isEqualTo(day(6));
        assertThat(mailbox.of("csm-1@baton.example"))
                .anyMatch(mail -> mail.subject().contains("from when is onboarding ready")
                        && mail.text().contains(lead.value()));
    }

    @Test
    void peopleP1_aFirstDayIsOnThePageAndNoMailMakesAnExcuseOfIt() {
        approved();

        says(day(40));
        errandsRun();

        assertThat(open()).containsExactly("workDeal");
        assertThat(mailbox.of(client())).isEmpty();
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(mail -> mail.subject().contains("is ready on")
                        && mail.text().contains(lead.value())
                        && !mail.text().contains("later than"));
    }

    @Test
    void k6_tellsTheClientOfALaterStartThanTheyWereToldBeforeTheySignAndTheAe() {
        approved();
        readinesses.say(lead, "csm-1", LocalDate.parse(day(8)));

        says(day(40));
        fires("announceLaterStart");
        errandsRun();

        assertThat(open()).containsExactly("workDeal");
        Mailbox.Mail told = mailbox.latest(client(), "your start");
        assertThat(told.text()).contains("Until now we had named " + WrittenDates.day(LocalDate.parse(day(8))));
        assertThat(told.visible()).doesNotContainIgnoringCase("baton ").doesNotContainIgnoringCase("handoff");
        assertThat(lastOnRecord("readiness.said").detail())
                .containsEntry("csm", "csm-1")
                .containsEntry("readyOn", day(40));
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(mail ->
                        mail.text().contains(lead.value()) && mail.text().contains("later than the client was told"));
        assertThat(String.valueOf(
                        tasks.getVariableLocal(task(lead.value(), "workDeal").getId(), "card")))
                .contains(" takes over once it is signed, ready on " + WrittenDates.day(LocalDate.parse(day(40))));
    }

    @Test
    void k6_writesToNobodyWhoStartsInTime() {
        isHeldBy("ae-1", Leg.DEAL);
        batons.agreeNextStep(lead, "Sign", LocalDate.parse(day(6)));
        terms.agree(lead, null, LocalDate.parse(day(15)));
        goesOnWith("contract-review", Map.of("giver", "ae-1"));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));
        assertThat(preset("sayWhenReady")).as("when it is signed").isEqualTo(day(15));

        says(day(14));
        errandsRun();

        assertThat(open()).isEmpty();
        assertThat(mailbox.of(client())).isEmpty();
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(mail -> mail.subject().contains("is ready on")
                        && mail.text().contains(lead.value())
                        && !mail.text().contains("later than the client was told"));
    }

    @Test
    void k6_remindsAllOfOnboardingByTheTableAndTakesBackAClaim() {
        approved();
        Task asked = task(lead.value(), "sayWhenReady");
        assertThat(due("readinessReminderDue"))
                .as("one business day, then the day on which it is due")
                .isAfter(Instant.now())
                .isBefore(asked.getDueDate().toInstant());
        assertThat(due("onboardingSilent")).isEqualTo(asked.getDueDate().toInstant());
        as("csm-1", () -> tasks.claim(asked.getId(), "csm-1"));

        fires("readinessReminderDue");
        errandsRun();

        assertThat(task(lead.value(), "sayWhenReady").getAssignee()).isNull();
        assertThat(lastOnRecord("readiness.reminded").detail()).containsEntry("receiver", "group:csm");
        assertThat(mailbox.latest("csm-1@baton.example", "still waits").text()).contains(lead.value(), asked.getId());
    }

    @Test
    void k6_tellsTheAeAndTheManagersOfSilenceAndTakesNothingFromAnybody() {
        approved();

        fires("onboardingSilent");
        errandsRun();

        assertThat(open()).containsExactly("sayWhenReady", "workDeal");
        assertThat(lastOnRecord("readiness.unanswered").detail()).containsEntry("managerGroup", "group:manager");
        for (String reader : List.of("ae-1", "manager-1")) {
            assertThat(mailbox.of(reader + "@baton.example"))
                    .anyMatch(mail -> mail.subject().contains("has not said from when it is ready")
                            && mail.text().contains(lead.value()));
        }
    }

    @Test
    void k6_remindsNobodyOfWhatWasSaidInTheMeantime() {
        approved();
        fires("readinessReminderDue");
        fires("onboardingSilent");

        says(day(6));
        errandsRun();

        assertThat(mailbox.of("csm-1@baton.example"))
                .noneMatch(mail ->
                        mail.subject().contains("still waits") && mail.text().contains(lead.value()));
        assertThat(mailbox.of("manager-1@baton.example"))
                .noneMatch(mail -> mail.text().contains(lead.value()));
    }

    @Test
    void k6_asksAgainWhenTheDayThatWasSaidHasGoneByUnsigned() {
        approved();
        says(day(6));
        jdbc.sql("update readiness set ready_on = :past where reference = :reference")
                .param("past", LocalDate.parse(day(-3)))
                .param("reference", lead.value())
                .update();
        completes("ae-1", "workDeal", Map.of("dealDecision", "contract"));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));
        errandsRun();

        assertThat(open()).contains("sayWhenReady");
        assertThat(mailbox.of("csm-1@baton.example"))
                .anyMatch(mail -> mail.subject().contains("from when is onboarding ready")
                        && mail.text()
                                .contains(task(lead.value(), "sayWhenReady").getId()));
    }

    @Test
    void k6_refusesADayThatIsPast() {
        approved();

        assertThatThrownBy(() -> says(day(-3))).hasStackTraceContaining("Ready from: " + day(-3) + " is past");

        assertThat(open()).containsExactly("sayWhenReady", "workDeal");
    }

    @Test
    void k6_leavesNothingBehindWhenTheDealIsWonBeforeAnybodyHasSaid() {
        lead = aLeadInRelay();
        asTheAeOf();
        completes("ae-1", "workDeal", Map.of("dealDecision", "contract"));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));
        assertThat(open()).contains("sayWhenReady");

        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));

        assertThat(open()).doesNotContain("sayWhenReady");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(lead.value())
                        .processDefinitionKey("readiness")
                        .count())
                .isZero();
        assertThat(onRecord()).doesNotContain("readiness.said");
    }

    @Test
    void o1_showsTheClientTheNamedCsmBeforeTheySign() {
        approved();
        String page =
                URI.create(links.pageOf(contacts.main(lead).orElseThrow())).getPath();
        assertThat(new Caller(port, "manager-1").get(page).body()).doesNotContain("Once the contract is signed");

        says(day(6));

        assertThat(new Caller(port, "manager-1").get(page).body())
                .contains("Once the contract is signed, ")
                .contains(" looks after you");
        batons.startLeg(lead, Leg.ONBOARDING);
        assertThat(new Caller(port, "manager-1").get(page).body()).doesNotContain("Once the contract is signed");
        batons.startLeg(lead, Leg.DEAL);
        assertThat(new Caller(port, "manager-1").get(page).body())
                .as("who comes back into a deal has been signed before")
                .doesNotContain("Once the contract is signed");
    }

    @Test
    void o1_offersTheCustomerToTheNamedCsmFirstThenToTheTeam() {
        approved();
        says(day(6));
        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));

        goesOnWith("handoff", Map.of("exchange", "ae-to-csm", "giver", "ae-1", "receiver", "group:csm"));

        assertThat(offeredTo()).containsExactly("csm-1");
        assertThat(preset("takeBaton")).as("nobody types it twice").isEqualTo(day(6));
        assertThat(lastOnRecord("handoff.offered").detail())
                .containsEntry("chosen", "who was named before the contract was signed");
        fires("wideningDue");
        assertThat(offeredTo()).containsExactlyInAnyOrder("csm-1", "csm");
    }

    @Test
    void o1_namesTheCsmWhomItIsOfferedToOnCardMailAndPage(@Autowired People people) {
        String named = people.person("csm-1").orElseThrow().name();
        approved();
        says(day(6));
        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        goesOnWith("handoff", Map.of("exchange", "ae-to-csm", "giver", "ae-1", "receiver", "group:csm"));
        theHandoffTells();

        assertThat(String.valueOf(
                        tasks.getVariableLocal(task(lead.value(), "takeBaton").getId(), "card")))
                .contains("\"to\":\"" + named + "\"");
        Mailbox.Mail mail = mailbox.of("csm-1@baton.example").stream()
                .filter(it -> lead.value().equals(it.header("X-Baton-Lead")))
                .filter(it -> it.subject().contains("is offered to you"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.text())
                .contains("It is offered to you and to nobody else")
                .doesNotContain("first come");
        String page = URI.create(mail.link("/offers/")).getPath();
        assertThat(new Caller(port, "csm-1").get(page).body())
                .contains("hands this client on\n      to <strong>" + named + "</strong>");
    }

    private void theHandoffTells() {
        management
                .createJobQuery()
                .processInstanceId(task(lead.value(), "takeBaton").getProcessInstanceId())
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    @Test
    void o1_offersItToTheWholeTeamWhenTheNamedCsmLetsItPass() {
        approved();
        says(day(6));
        completes("ae-1", "workDeal", Map.of("dealDecision", "won"));
        goesOnWith("handoff", Map.of("exchange", "ae-to-csm", "giver", "ae-1", "receiver", "group:csm"));

        completes("csm-1", "takeBaton", Map.of("decision", "not-ours"));

        assertThat(offeredTo()).containsExactly(SECOND);
    }

    private Instant due(String timer) {
        return management
                .createJobQuery()
                .processInstanceId(task(lead.value(), "sayWhenReady").getProcessInstanceId())
                .activityId(timer)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    private Object preset(String key) {
        return tasks.getVariable(task(lead.value(), key).getId(), "readyOn");
    }

    private List<String> offeredTo() {
        return tasks.getIdentityLinksForTask(task(lead.value(), "takeBaton").getId()).stream()
                .filter(link -> link.getType().equals("candidate"))
                .map(ReadinessProcessTests::who)
                .toList();
    }

    private static String who(IdentityLink link) {
        return link.getUserId() == null ? link.getGroupId() : link.getUserId();
    }

    /** The relay goes on until the AE works the deal. */
    private void asTheAeOf() {
        completes("sdr-1", "takeBaton", Map.of("decision", "accept"));
        completes("sdr-1", "qualifyLead", Map.of("outcome", "qualified", "meetingOn", time(6)));
        completes("sdr-1", "writeSummary", aSummary());
        completes("ae-1", "takeBaton", Map.of("decision", "accept"));
    }
}
