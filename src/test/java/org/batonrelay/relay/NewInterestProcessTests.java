package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer wants more: the next relay begins at the deal, and nobody asks them again who they are. */
class NewInterestProcessTests extends RunningLeg {

    @Autowired
    private Promises promises;

    @Autowired
    private Facts facts;

    @Autowired
    private Relays relays;

    @Autowired
    private TransactionTemplate transaction;

    private LeadReference customer;

    @BeforeEach
    void aCustomerWhomAeTwoHasWonAndCustomerServiceLooksAfter() {
        isHeldBy("ae-2", Leg.DEAL);
        customer = lead;
        transaction.executeWithoutResult(tx -> {
            contacts.add(customer, "Ben Roth", null, null, "Buyer", null);
            promises.make(customer, "plan", null, "Ten seats", "us", "csm-1", HouseDay.today());
            promises.keep(promises.of(customer).get(0).id());
            promises.make(
                    customer,
                    "contract",
                    null,
                    "A visit every year",
                    "us",
                    "customer-service-1",
                    HouseDay.today().plusDays(200));
            batons.finishLeg(customer, "won");
            batons.pass(customer, Holder.person("csm-1"), "accepted");
            batons.startLeg(customer, Leg.ONBOARDING);
            batons.finishLeg(customer, "done");
            batons.pass(customer, Holder.person("customer-service-1"), "accepted");
            batons.become(customer, Baton.State.FINISHED);
        });
    }

    @Test
    void aPromiseThatIsKeptIsNotMovedAnyMore() {
        Promise kept = promises.of(customer).get(0);
        assertThat(kept.state()).isEqualTo("kept");

        assertThatThrownBy(() -> promises.move(kept.id(), kept.dueOn().plusDays(3), "later"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kept already");

        assertThat(promises.get(kept.id())).isEqualTo(kept);
        assertThat(onRecord()).doesNotContain("promise.moved");
    }

    private void wantsMore(String person) {
        wantsMore(person, Map.of());
    }

    private void wantsMore(String person, Map<String, Object> other) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "reference",
                customer.value(),
                "needs",
                "Twenty more seats",
                "nextSteps",
                "The AE calls Anna on Friday"));
        said.putAll(other);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("new-interest")
                .latestVersion()
                .singleResult()
                .getId();
        ProcessInstance started = as(person, () -> engine.getFormService().submitStartForm(definition, said));
        lead = new LeadReference(history.createHistoricProcessInstanceQuery()
                .processInstanceId(started.getId())
                .singleResult()
                .getBusinessKey());
    }

    private List<String> offeredTo() {
        return tasks.getIdentityLinksForTask(task(lead.value(), "takeBaton").getId()).stream()
                .map(link -> link.getUserId() == null ? "group:" + link.getGroupId() : link.getUserId())
                .toList();
    }

    @Test
    void b7_startsAtTheAeWithCustomerServiceAsTheSender() {
        wantsMore("customer-service-1");

        assertThat(lead).isNotEqualTo(customer);
        assertThat(baton().holder()).isEqualTo(Holder.person("customer-service-1"));
        assertThat(open()).as("the giver is asked for nothing more").containsExactly("takeBaton");
        assertThat(offeredTo()).as("who has sold to them before").containsExactly("ae-2");
        assertThat(lastOnRecord("handoff.offered").exchange()).isEqualTo("sdr-to-ae");
        assertThat(lastOnRecord("lead.captured").detail()).containsEntry("customerSince", customer.value());
        completes("ae-2", "takeBaton", Map.of("decision", "accept"));
        assertThat(baton().leg()).isEqualTo(Leg.DEAL);
        assertThat(open()).containsExactly("workDeal");
        assertThat(baton().holder()).isEqualTo(Holder.person("ae-2"));
        assertThat(onRecord()).doesNotContain("lead.routed");
    }

    @Test
    void b7_carriesContactsAndPromisesOver() {
        wantsMore("csm-1");

        assertThat(contacts.of(lead)).extracting(Contact::name).containsExactly("Anna Berg", "Ben Roth");
        assertThat(contacts.main(lead).orElseThrow().email())
                .isEqualTo(contacts.main(customer).orElseThrow().email());
        assertThat(promises.of(lead))
                .extracting(Promise::what, Promise::source, Promise::state)
                .containsExactlyInAnyOrder(
                        tuple("Ten seats", "plan", "kept"), tuple("A visit every year", "contract", "open"));
        assertThat(facts.of(lead)).containsEntry("needs", "Twenty more seats");
        String card = String.valueOf(
                tasks.getVariableLocal(task(lead.value(), "takeBaton").getId(), "card"));
        assertThat(card).contains("Twenty more seats", "Ten seats", "Ben Roth", "The AE calls Anna on Friday");
    }

    @Test
    void b7_theAeSeesWhatWasBefore() {
        Caller ae = new Caller(port, "ae-1");
        assertThat(ae.get("/api/leads/" + customer).statusCode()).isEqualTo(404);
        wantsMore("customer-service-1");
        transaction.executeWithoutResult(tx -> batons.pass(lead, Holder.person("ae-1"), "accepted"));

        assertThat(ae.get("/api/leads/" + customer).statusCode()).isEqualTo(200);
        assertThat(ae.get("/leads/" + lead).body()).contains("/leads/" + customer);
    }

    @Test
    void b7_aCustomerWhoWritesAgainIsAnsweredByWhoLooksAfterThem() {
        Contact anna = contacts.main(customer).orElseThrow();
        lead = byPage(
                "website",
                () -> relays.capture(interestOf(String.valueOf(anna.email()))).reference());

        assertThat(baton().holder()).isEqualTo(Holder.person("customer-service-1"));
        assertThat(open()).as("what is agreed, nobody has said yet").containsExactly("prepareBrief");
        assertThat(task(lead.value(), "prepareBrief").getAssignee()).isEqualTo("customer-service-1");
        completes("customer-service-1", "prepareBrief", Map.of("nextSteps", "The AE calls her on Friday"));
        assertThat(offeredTo()).containsExactly("ae-2");
        fires("acknowledgeLead");
        assertThat(mailbox.of(client()))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.visible()).doesNotContainIgnoringCase("relay"));
    }

    @Test
    void b7_aSecondWordOfTheCustomerJoinsTheirNewRelay() {
        wantsMore("customer-service-1");
        Contact anna = contacts.main(customer).orElseThrow();

        var second = byPage("website", () -> relays.capture(interestOf(String.valueOf(anna.email()))));

        assertThat(second.joined()).isTrue();
        assertThat(second.reference()).isEqualTo(lead);
    }

    @Test
    void b7_refusesWhoHasNothingToDoWithTheCustomerAndOneWhoseRelayRuns() {
        assertThatThrownBy(() -> wantsMore("customer-service-1", Map.of("reference", "nobody-9999")))
                .hasStackTraceContaining("no customer nobody-9999");
        isHeldBy("csm-1", Leg.ONBOARDING);
        LeadReference running = lead;
        assertThatThrownBy(() -> wantsMore("csm-1", Map.of("reference", running.value())))
                .hasStackTraceContaining("is running");
        assertThatThrownBy(() -> wantsMore("customer-service-1", Map.of("reference", running.value())))
                .hasStackTraceContaining("no customer " + running);
        assertThatThrownBy(() -> wantsMore("csm-1", Map.of("needs", " "))).hasStackTraceContaining("What they want");

        assertThat(relaysOf(customer)).isZero();
    }

    private long relaysOf(LeadReference earlier) {
        return jdbc.sql("select count(*) from continued_lead where earlier = :earlier")
                .param("earlier", earlier.value())
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsOverStaysOver() {
        isHeldBy("csm-1", Leg.ONBOARDING);
        LeadReference over = lead;
        transaction.executeWithoutResult(tx -> batons.become(over, Baton.State.FINISHED));

        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> batons.become(over, Baton.State.RUNNING)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(over + " is over");
        assertThat(batons.get(over).state()).isEqualTo(Baton.State.FINISHED);
    }

    private static NewLead interestOf(String email) {
        return NewLead.of("Anna Berg", email, "As she writes it")
                .with(LeadField.SOURCE, "web form")
                .with(LeadField.MESSAGE, "We would like more seats")
                .with(LeadField.WANTS_CONTACT, true);
    }
}
