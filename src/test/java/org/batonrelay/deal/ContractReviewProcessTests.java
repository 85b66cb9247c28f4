package org.batonrelay.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Leg;
import org.batonrelay.relay.RunningLeg;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

class ContractReviewProcessTests extends RunningLeg {

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
    void returnsTheContractByAskingForChanges() {
        asked();

        completes(
                "legal-1",
                "reviewContract",
                Map.of("contractDecision", "changes", "contractNote", "Limit the liability in paragraph 4"));

        assertThat(endedAt("changesWanted")).isTrue();
        assertThat(left("contractNote")).isEqualTo("Limit the liability in paragraph 4");
        assertThat(lastOnRecord("handoff.returned").exchange()).isEqualTo("ae-to-legal");
        assertThat(lastOnRecord("handoff.returned").detail())
                .containsEntry("note", "Limit the liability in paragraph 4");
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

    private void askedDaysAgo(int days) {
        jdbc.sql("update contract_review set asked_at = :past where reference = :reference")
                .param("past", OffsetDateTime.now(ZoneOffset.UTC).minusDays(days))
                .param("reference", lead.value())
                .update();
    }
}
