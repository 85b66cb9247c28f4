package org.batonrelay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox.Mail;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ContractReviewProcessTests extends RunningLeg {

    @Autowired
    private DealTerms terms;

    @Autowired
    private ContractVersions versions;

    @Autowired
    private Promises promises;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private BusinessCalendar hours;

    private void asked() {
        runs("contract-review", Leg.DEAL, "ae-1", Map.of("giver", "ae-1"));
    }

    @Test
    void offersTheReviewToLegalByMailAndTheAeKeepsTheBaton() {
        asked();
        errandsRun();

        assertThat(task(lead.value(), "reviewContract").getAssignee()).isNull();
        assertThat(lastOnRecord("handoff.offered").exchange()).isEqualTo("ae-to-legal");
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        assertThat(mailbox.of("legal-1@baton.example"))
                .anyMatch(mail ->
                        mail.subject().contains("please review") && mail.text().contains(lead.value()));
    }

    @Test
    void peopleP14_theContractOpensFromLegalsTaskAndMail() {
        isHeldBy("ae-1", Leg.DEAL);
        marks("draft.pdf", "The first draft");
        goesOnWith("contract-review", Map.of("giver", "ae-1"));
        errandsRun();

        String link = "/leads/" + lead.value() + "/files/draft.pdf";
        assertThat(card("reviewContract")).contains("\"contractName\":\"draft.pdf\"", link);
        assertThat(mailToLegal()).contains(link).doesNotContain("No contract");
    }

    @Test
    void peopleP14_withoutAContractItSaysSo() {
        asked();
        errandsRun();

        assertThat(card("reviewContract")).contains("\"contractName\":\"\"");
        assertThat(mailToLegal()).contains("No contract lies with this lead yet");
    }

    private String mailToLegal() {
        return mailbox.of("legal-1@baton.example").stream()
                .filter(mail -> mail.text().contains(lead.value()))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void approvesOnTheCardAndByMailToTheAe() {
        asked();

        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));
        errandsRun();

        assertThat(isOver()).isTrue();
        assertThat(endedAt("contractApproved")).isTrue();
        assertThat(left("contractDecision")).isEqualTo("approve");
        assertThat(lastOnRecord("handoff.accepted").actor()).isEqualTo("legal-1");
        assertThat(lastOnRecord("contract.reviewed").detail()).containsEntry("decision", "approve");
        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(mail ->
                        mail.subject().contains("legal approves") && mail.text().contains(lead.value()));
    }

    @Test
    void k1_tellsTheAeItsPlaceInTheListAndWhenItIsDue() throws Exception {
        isHeldBy("ae-1", Leg.DEAL);
        terms.agree(lead, 120_000L, LocalDate.parse(day(3)));
        goesOnWith("contract-review", Map.of("giver", "ae-1"));
        assertThat(errandsOfTheLead())
                .as("told at once")
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.getDuedate()).isNull());
        errandsRun();

        Mail told = queued();
        assertThat(told.text())
                .contains(
                        "legal has the contract with ",
                        "(" + lead + "): number " + placeInLegalsList() + " in their list")
                .contains(", due "
                        + WrittenDates.moment(
                                task(lead.value(), "reviewContract")
                                        .getDueDate()
                                        .toInstant(),
                                hours.zone("legal")))
                .contains("value 120,000 euros, to be signed by " + WrittenDates.day(LocalDate.parse(day(3))));
        int place = place(told);

        isHeldBy("ae-1", Leg.DEAL);
        terms.agree(lead, 120_000L, LocalDate.parse(day(3)));
        goesOnWith("contract-review", Map.of("giver", "ae-1"));
        errandsRun();
        assertThat(place(queued())).as("behind the one before").isEqualTo(place + 1);
        assertThat(card("reviewContract"))
                .contains("value 120,000 euros, to be signed by " + WrittenDates.day(LocalDate.parse(day(3))));
    }

    @Test
    void k1_showsLegalValueAndCloseDateInTheirList() throws Exception {
        isHeldBy("ae-1", Leg.DEAL);
        terms.agree(lead, 120_000L, LocalDate.parse(day(3)));
        goesOnWith("contract-review", Map.of("giver", "ae-1"));

        assertThat(contracts("legal-1"))
                .contains(task(lead.value(), "reviewContract").getId());
        assertThat(json.readTree(legalsFilter("legal-1"))
                        .at("/properties/variables")
                        .findValuesAsText("name"))
                .containsExactly("organisation", "dealValue", "closeOn");
        String instance = task(lead.value(), "reviewContract").getProcessInstanceId();
        assertThat(new Caller(port, "legal-1")
                        .call("GET /engine-rest/variable-instance?processInstanceIdIn=" + instance)
                        .body())
                .contains("120000", day(3));
    }

    @Test
    void k2_takesTheNearerCloseDateFirst() throws Exception {
        String later = asked(null, day(25));
        String unknown = asked(null, null);
        String nearer = asked(null, day(12));
        String large = asked(500_000L, day(25));
        String tomorrow = asked(null, day(1));

        assertThat(contracts("legal-1")).containsSubsequence(tomorrow, large, nearer, later, unknown);
    }

    @Test
    void k2_takesAnotherTableOfTheProcessOwnerFromTheNextRequestOn() throws Exception {
        String before = engine.getRepositoryService()
                .createDeployment()
                .name("every contract alike")
                .source("baton build") // past the rules, as what was deployed before there were any
                .addString(
                        "contract-priority.dmn",
                        Files.readString(Path.of("bpmn/contract-priority.dmn"))
                                .replace("<text>90</text>", "<text>\"soon\"</text>")
                                .replace("typeRef=\"integer\" biodi", "typeRef=\"string\" biodi"))
                .deploy()
                .getId();
        try {
            asked(null, day(1));
            assertThat(task(lead.value(), "reviewContract").getPriority())
                    .as("what cannot be read is not counted")
                    .isEqualTo(90);
            assertThat(runtime.createIncidentQuery()
                            .processInstanceId(
                                    task(lead.value(), "reviewContract").getProcessInstanceId())
                            .count())
                    .isOne();
        } finally {
            engine.getRepositoryService().deleteDeployment(before, true);
        }
    }

    @Test
    void k3_bringsTheContractBackInRoundsAndChargesLegalOnlyItsOwnTime() {
        asked();
        askedDaysAgo(14);
        completes(
                "legal-1",
                "reviewContract",
                Map.of("contractDecision", "changes", "contractNote", "Limit the liability in paragraph 4"));

        assertThat(open()).containsExactly("reviseContract");
        assertThat(task(lead.value(), "reviseContract").getAssignee()).isEqualTo("ae-1");
        assertThat(lastOnRecord("handoff.returned").detail())
                .containsEntry("note", "Limit the liability in paragraph 4");
        assertThat(card("reviseContract")).contains("Limit the liability in paragraph 4");
        answeredDaysAgo(4);

        completes(
                "ae-1",
                "reviseContract",
                Map.of("revisionDecision", "back-to-legal", "revisionNote", "Liability is limited"));

        assertThat(lastOnRecord("contract.revised").detail())
                .containsEntry("note", "Liability is limited")
                .hasEntrySatisfying("clientSeconds", days(4));
        assertThat(open()).containsExactly("reviewContract");
        assertThat(card("reviewContract")).contains("Liability is limited", "round 2, with legal 10 d");
        assertThat(task(lead.value(), "reviewContract").getDueDate())
                .as("legal has all of its time again")
                .isInTheFuture();
        fires("nothingHeard");
        assertThat(onRecord()).doesNotContain("handoff.reminded");

        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve"));

        assertThat(endedAt("contractApproved")).isTrue();
        assertThat(lastOnRecord("contract.reviewed").detail())
                .containsEntry("round", 2)
                .hasEntrySatisfying("claimSeconds", days(10))
                .hasEntrySatisfying("reviewSeconds", days(0))
                .hasEntrySatisfying("clientSeconds", days(4));
    }

    /** Told late, it is still what legal has said of that round. */
    @Test
    void tellsOfEachRoundWhatLegalHasSaidOfIt() {
        asked();
        completes(
                "legal-1",
                "reviewContract",
                Map.of("contractDecision", "changes", "contractNote", "Limit the liability in paragraph 4"));
        completes(
                "ae-1",
                "reviseContract",
                Map.of("revisionDecision", "back-to-legal", "revisionNote", "Liability is limited"));

        errandsRun();

        assertThat(mailbox.of("ae-1@baton.example"))
                .anyMatch(mail -> mail.subject().contains("legal asks for changes")
                        && mail.text().contains(lead.value())
                        && mail.text().contains("Limit the liability in paragraph 4"));
    }

    @Test
    void k3_countsTheClientsTimeApartInTheFigures() {
        asked();
        askedDaysAgo(14);
        completes("legal-1", "reviewContract", Map.of("contractDecision", "changes", "contractNote", "Paragraph 4"));
        answeredDaysAgo(4);
        completes("ae-1", "reviseContract", Map.of("revisionDecision", "back-to-legal", "revisionNote", "Changed"));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "approve", "deviations", "60 days to pay"));
        // a day on which nothing else was decided
        jdbc.sql("update ledger set happened_at = :then where reference = :reference and type = 'contract.reviewed'")
                .param("then", HouseDay.daysAgo(700))
                .param("reference", lead.value())
                .update();

        Caller manager = new Caller(port, "manager-1");
        JsonNode contracts = manager.read(manager.get("/api/figures/contracts?from=" + day(-702) + "&to=" + day(-698)))
                .at("/contracts");

        assertThat(contracts.at("/settled").asInt()).isEqualTo(1);
        assertThat(contracts.at("/approved").asInt()).isEqualTo(1);
        assertThat(contracts.at("/deviations").asInt()).isEqualTo(1);
        assertThat(contracts.at("/rounds/median").asDouble()).isEqualTo(2);
        assertThat(contracts.at("/untilClaimed/median").asDouble()).isBetween(239.9, 240.2);
        assertThat(contracts.at("/withLegal/median").asDouble()).isLessThan(0.1);
        assertThat(contracts.at("/withClient/p90").asDouble()).isBetween(95.9, 96.2);
        assertThat(contracts.at("/firstAnswer/median").asDouble()).isBetween(335.9, 336.2);
        assertThat(new Caller(port, "ae-1").get("/api/figures/contracts").statusCode())
                .isEqualTo(403);
    }

    @Test
    void k4_keepsWithEachRoundTheTextItIsAbout() {
        isHeldBy("ae-1", Leg.DEAL);
        marks("draft.pdf", "The first draft");
        goesOnWith("contract-review", Map.of("giver", "ae-1"));
        completes("legal-1", "reviewContract", Map.of("contractDecision", "changes", "contractNote", "Paragraph 4"));
        marks("redline.pdf", "Liability is limited");
        completes("ae-1", "reviseContract", Map.of("revisionDecision", "back-to-legal", "revisionNote", "Paragraph 4"));

        assertThat(jdbc.sql("select round, version from contract_review where reference = :reference order by round")
                        .param("reference", lead.value())
                        .query((row, number) -> row.getInt("round") + ": " + row.getInt("version"))
                        .list())
                .containsExactly("1: 1", "2: 2");
        assertThat(card("reviewContract"))
                .contains("version 2, the latest: redline.pdf, by Alex Winter, ", ": Liability is limited")
                .contains("version 1: draft.pdf, by Alex Winter, ", ": The first draft");
        assertThat(lastOnRecord("handoff.offered").detail()).containsEntry("version", 2);
    }

    private void marks(String name, String reason) {
        as("ae-1", () -> versions.add(lead, name, name, "ae-1", reason));
    }

    @Test
    void givesUpAContractThatNobodyRevises() {
        asked();
        completes("legal-1", "reviewContract", Map.of("contractDecision", "changes", "contractNote", "Not like this"));

        completes(
                "ae-1",
                "reviseContract",
                Map.of("revisionDecision", "give-up", "revisionNote", "The client wants another one"));

        assertThat(isOver()).isTrue();
        assertThat(endedAt("revisionGivenUp")).isTrue();
        assertThat(lastOnRecord("contract.revised").detail()).containsEntry("decision", "give-up");
    }

    @Test
    void k5_makesAPromiseOfEachDeviationThatLegalAccepts() {
        asked();

        completes(
                "legal-1",
                "reviewContract",
                Map.of(
                        "contractDecision",
                        "approve",
                        "deviations",
                        "60 days to pay | client | " + day(40) + "\nSupport at weekends"));

        assertThat(lastOnRecord("contract.reviewed").detail()).containsEntry("deviations", 2);
        assertThat(promises.of(lead))
                .extracting(Promise::what, Promise::side, Promise::state)
                .containsExactlyInAnyOrder(
                        tuple("60 days to pay", "client", "open"), tuple("Support at weekends", "us", "open"));
        goesOnWith("onboarding", Map.of());
        fires("planOnboarding");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(lead.value())
                        .taskDefinitionKey("keepPromise")
                        .list())
                .extracting(task -> String.valueOf(tasks.getVariable(task.getId(), "promise")))
                .anyMatch(promise -> promise.contains("60 days to pay"))
                .anyMatch(promise -> promise.contains("Support at weekends"));
    }

    @Test
    void leavesNoRoundOpenWhenTheDealGoesOnWithoutLegal() {
        asked();
        String before = lead.value();
        String instance = task(before, "reviewContract").getProcessInstanceId();

        runtime.deleteProcessInstance(instance, "the deal goes on");

        assertThat(jdbc.sql("select verdict from contract_review where reference = :reference")
                        .param("reference", before)
                        .query(String.class)
                        .single())
                .isEqualTo("withdrawn");
    }

    @Test
    void refusesWithAReason() {
        asked();

        completes(
                "legal-1",
                "reviewContract",
                Map.of("contractDecision", "refuse", "contractNote", "Sanctioned country"));

        assertThat(endedAt("contractRefused")).isTrue();
        assertThat(lastOnRecord("contract.reviewed").detail()).containsEntry("note", "Sanctioned country");
        assertThat(onRecord()).doesNotContain("handoff.returned");
    }

    @Test
    void remindsLegalThenTellsTheAeAndTheirLeadAndTakesNothingAway() {
        asked();
        askedDaysAgo(14);

        fires("nothingHeard");
        assertThat(lastOnRecord("handoff.reminded").exchange()).isEqualTo("ae-to-legal");
        fires("nothingHeard");
        errandsRun();

        assertThat(lastOnRecord("handoff.escalated").exchange()).isEqualTo("ae-to-legal");
        assertThat(open()).containsExactly("reviewContract");
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-1"));
        for (String reader : new String[] {"ae-1@baton.example", "manager-1@baton.example"}) {
            assertThat(mailbox.of(reader))
                    .anyMatch(mail -> mail.subject().contains("legal has not answered")
                            && mail.text().contains(lead.value()));
        }
        assertThat(mailbox.of("legal-1@baton.example"))
                .anyMatch(mail ->
                        mail.subject().contains("still waits") && mail.text().contains(lead.value()));
    }

    @Test
    void beginsAnotherClockWhenLegalClaims() {
        asked();
        askedDaysAgo(14);

        as("legal-1", () -> tasks.claim(task(lead.value(), "reviewContract").getId(), "legal-1"));

        assertThat(onRecord()).contains("handoff.accepted");
        Job next = management
                .createJobQuery()
                .activityId("nothingHeard")
                .processInstanceId(task(lead.value(), "reviewContract").getProcessInstanceId())
                .singleResult();
        assertThat(next.getDuedate()).isInTheFuture();
        fires("nothingHeard");
        assertThat(onRecord()).doesNotContain("handoff.reminded");
    }

    /** @return the task */
    private String asked(Long value, String closeOn) {
        isHeldBy("ae-1", Leg.DEAL);
        terms.agree(lead, value, closeOn == null ? null : LocalDate.parse(closeOn));
        goesOnWith("contract-review", Map.of("giver", "ae-1"));
        return task(lead.value(), "reviewContract").getId();
    }

    private String legalsFilter(String person) throws Exception {
        for (JsonNode filter : json.readTree(
                new Caller(port, person).call("GET /engine-rest/filter").body())) {
            if (filter.get("name").asText().equals("Contracts")) {
                return filter.toString();
            }
        }
        throw new AssertionError(person + " has no list of contracts");
    }

    private List<String> contracts(String person) throws Exception {
        String id = json.readTree(legalsFilter(person)).get("id").asText();
        return json.readTree(new Caller(port, person)
                        .call("GET /engine-rest/filter/" + id + "/list")
                        .body())
                .findValuesAsText("id");
    }

    private String card(String key) {
        return String.valueOf(tasks.getVariableLocal(task(lead.value(), key).getId(), "card"));
    }

    private Mail queued() {
        return mailbox.of("ae-1@baton.example").stream()
                .filter(mail -> mail.text().contains("(" + lead + "): number "))
                .findFirst()
                .orElseThrow();
    }

    private static int place(Mail queued) {
        return Integer.parseInt(queued.subject().replaceAll(".*, number (\\d+) in their list.*", "$1"));
    }

    /** As legal sees it: what somebody has claimed first, then their list from the top. */
    private int placeInLegalsList() throws Exception {
        return contracts("legal-1").indexOf(task(lead.value(), "reviewContract").getId()) + 1;
    }

    private static Consumer<Object> days(int days) {
        return seconds ->
                assertThat(((Number) seconds).longValue()).isBetween(days * 86_400L - 5, days * 86_400L + 120);
    }

    private void answeredDaysAgo(int days) {
        jdbc.sql("update contract_review set answered_at = :past, claimed_at = :past where reference = :reference")
                .param("past", HouseDay.daysAgo(days))
                .param("reference", lead.value())
                .update();
    }

    private void askedDaysAgo(int days) {
        jdbc.sql("update contract_review set asked_at = :past where reference = :reference")
                .param("past", HouseDay.daysAgo(days))
                .param("reference", lead.value())
                .update();
    }
}
