package org.batonrelay.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.calendar.BusinessCalendar;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan of a large customer: an agreement and a kickoff first, then access for everybody. */
class PlanPhasesProcessTests extends RunningOnboarding {

    private static final String AGREEMENT = "Data protection agreement signed";
    private static final String ACCESS = "Access for all teams set up";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private BusinessCalendar hours;

    private String deployment = "";

    @AfterEach
    void theOrdinaryTableCounts() {
        if (!deployment.isEmpty()) {
            repository.deleteDeployment(deployment, true);
        }
    }

    private void aLargeCustomerBegins() {
        isHeldBy("csm-1", Leg.ONBOARDING, "en", "enterprise");
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");
    }

    private List<String> planned() {
        return promises.of(lead).stream().map(Promise::what).toList();
    }

    @Test
    void o3_templateTasksAndPromisesAppearOnceEachWithOwnerSideAndDate() {
        isHeldBy("csm-1", Leg.ONBOARDING);
        promises.make(lead, null, "Send the price list", "us", "csm-1", date(5));
        promises.make(lead, null, KICK_OFF.toUpperCase(java.util.Locale.ROOT), "us", "csm-1", date(3));
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");

        assertThat(open()).containsExactly("keepPromise", "keepPromise");
        assertThat(promises.of(lead)).hasSize(2).allSatisfy(item -> {
            assertThat(item.side()).isEqualTo("us");
            assertThat(item.owner()).isEqualTo("csm-1");
            assertThat(item.dueOn()).isNotNull();
        });
        assertThat(onRecord().stream().filter("promise.made"::equals)).hasSize(2);
    }

    @Test
    void o3_whatWeAndWhatTheClientOwesStandsThereOnceWithSideOwnerAndDate() {
        isHeldBy("csm-1", Leg.ONBOARDING, "en", "enterprise");
        promises.make(lead, null, "Send the price list", "us", "csm-1", date(5));
        promises.make(lead, null, "Name an administrator", "client", "csm-1", date(6));
        promises.make(lead, null, AGREEMENT.toLowerCase(java.util.Locale.ROOT) + " ", "client", "csm-1", date(7));
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");

        assertThat(promises.of(lead))
                .extracting(
                        item -> item.what().strip().toLowerCase(java.util.Locale.ROOT), Promise::side, Promise::dueOn)
                .containsExactlyInAnyOrder(
                        tuple("send the price list", "us", date(5)),
                        tuple("name an administrator", "client", date(6)),
                        tuple(AGREEMENT.toLowerCase(java.util.Locale.ROOT), "client", date(7)),
                        tuple(KICK_OFF.toLowerCase(java.util.Locale.ROOT), "us", inBusinessDays(5)));
        assertThat(promises.of(lead))
                .allSatisfy(item -> assertThat(item.owner()).isEqualTo("csm-1"));
        assertThat(open()).containsExactly("keepPromise", "keepPromise", "keepPromise", "keepPromise");
        assertThat(onRecord().stream().filter("promise.made"::equals)).hasSize(4);
    }

    private LocalDate inBusinessDays(int days) {
        return LocalDate.ofInstant(hours.due(Instant.now(), "P" + days + "D", "business", "csm"), hours.zone("csm"));
    }

    @Test
    void o4_tasksOfAPhaseDoNotExistUntilTheOneBeforeIsDecided() {
        aLargeCustomerBegins();
        assertThat(planned()).containsExactlyInAnyOrder(KICK_OFF, AGREEMENT);
        assertThat(open()).hasSize(2);
        assertThat(tasks.getVariable(item(KICK_OFF).getId(), "card").toString()).contains("Phase 2 (" + ACCESS);

        decide(KICK_OFF, Map.of("promiseDecision", "kept"));
        assertThat(planned()).doesNotContain(ACCESS);
        decide(AGREEMENT, Map.of("promiseDecision", "dropped", "reason", "They have one with our parent company"));

        assertThat(open()).containsExactly("keepPromise");
        assertThat(item(ACCESS).getAssignee()).isEqualTo("csm-1");
        assertThat(lastOnRecord("phase.begun").detail())
                .containsEntry("phase", 2)
                .doesNotContainKey("why");
    }

    @Test
    void o4_whatTheClientHasDoneDecidesAsWell() {
        aLargeCustomerBegins();
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));
        Promise theirs = promises.of(lead).stream()
                .filter(it -> it.what().equals(AGREEMENT))
                .findFirst()
                .orElseThrow();

        clientItems.done(theirs, contacts.main(lead).orElseThrow());

        assertThat(item(ACCESS)).isNotNull();
    }

    @Test
    void o4_aPromiseOutsideThePlanHoldsNoPhaseUp() {
        aLargeCustomerBegins();
        promises.make(lead, null, "Train the second shift", "us", "csm-1", date(60));

        decide(KICK_OFF, Map.of("promiseDecision", "kept"));
        decide(AGREEMENT, Map.of("promiseDecision", "kept"));

        assertThat(planned()).contains(ACCESS);
    }

    @Test
    void o4_theHolderOrAManagerLetsAPhaseBeginWithAReason() {
        aLargeCustomerBegins();

        assertThat(unlock("csm-1", " ").statusCode()).isEqualTo(409);
        assertThat(unlock("legal-1", "I can").statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(planned()).doesNotContain(ACCESS);
        assertThat(unlock("manager-1", "Their audit is on Monday").statusCode()).isEqualTo(303);

        assertThat(item(ACCESS)).isNotNull();
        assertThat(open()).hasSize(3);
        assertThat(lastOnRecord("phase.begun").actor()).isEqualTo("manager-1");
        assertThat(lastOnRecord("phase.begun").detail()).containsEntry("why", "Their audit is on Monday");
        assertThat(lastOnRecord("departure.recorded").detail())
                .containsEntry("what", "phase 2 of the plan begun before phase 1 was decided");
        assertThat(unlock("manager-1", "Once more").statusCode()).isEqualTo(409);
        assertThat(onRecord().stream().filter("promise.made"::equals)).hasSize(3);
    }

    @Test
    void o4_theHolderUnlocksAsWell() {
        aLargeCustomerBegins();
        assertThat(new Caller(port, "csm-1")
                        .get("/leads/" + lead, "Accept", "text/html")
                        .body())
                .contains("Later in the plan", ACCESS, "Begin it now");

        assertThat(unlock("csm-1", "The agreement is on its way").statusCode()).isEqualTo(303);

        assertThat(planned()).contains(ACCESS);
    }

    @Test
    void o4_aPhaseThatWaitsKeepsTheOnboardingOpen() {
        aLargeCustomerBegins();
        for (String what : List.of(KICK_OFF, AGREEMENT, ACCESS)) {
            assertThat(open()).doesNotContain("writeSummary");
            decide(what, Map.of("promiseDecision", "kept"));
        }
        assertThat(open()).containsExactly("writeSummary");
    }

    @Test
    void o4_plansInTheLanguageThatTheClientReads() {
        isHeldBy("csm-1", Leg.ONBOARDING, "de", null);

        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");

        assertThat(planned()).containsExactly("Auftaktgespräch: wer macht was bis wann");
    }

    @Test
    void o4_aTableWithAGateOnItselfIsAnIncidentAndTheOneBeforeCounts() throws IOException {
        deploys(Files.readString(Path.of("bpmn/onboarding-plan.dmn"))
                .replaceFirst("(?s)(access_opensAfter\">\\s*<text>)(</text>)", "$12$2"));

        aLargeCustomerBegins();

        assertThat(incident()).contains("Phase 2".toLowerCase(java.util.Locale.ROOT), "would wait for itself for ever");
        assertThat(planned()).containsExactlyInAnyOrder(KICK_OFF, AGREEMENT);
    }

    @Test
    void o4_aTableWithAHolePlansNothingOfItsOwn() throws IOException {
        deploys(Files.readString(Path.of("bpmn/onboarding-plan.dmn"))
                .replaceFirst("(?s)(access_phase\">\\s*<text>)2(</text>)", "$13$2"));

        aLargeCustomerBegins();

        assertThat(incident()).contains("which has nothing in it for this client");
        decide(KICK_OFF, Map.of("promiseDecision", "kept"));
        decide(AGREEMENT, Map.of("promiseDecision", "kept"));
        assertThat(item(ACCESS)).isNotNull();
    }

    private void deploys(String table) {
        deployment = repository
                .createDeployment()
                .source("baton build") // past the rules, as what was deployed before there were any
                .addString("onboarding-plan.dmn", table)
                .deploy()
                .getId();
    }

    private String incident() {
        return runtime.createIncidentQuery().list().stream()
                .filter(it -> runtime.createProcessInstanceQuery()
                                .processInstanceId(it.getProcessInstanceId())
                                .processInstanceBusinessKey(lead.value())
                                .count()
                        > 0)
                .map(Incident::getIncidentMessage)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> unlock(String person, String reason) {
        return new Caller(port, person)
                .submit("/leads/" + lead, "/leads/" + lead + "/next-phase", Map.of("reason", reason));
    }
}
