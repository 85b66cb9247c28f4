package org.batonrelay.mending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.relay.ALead;
import org.batonrelay.relay.Relays;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has parted, a baton and its process, is found and mended; whatever the reason. */
class PartedRelaysTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Life life;

    @Autowired
    PartedRelays relays;

    @Autowired
    Relays capture;

    @Autowired
    Ledger ledger;

    @Autowired
    Offers offers;

    @Autowired
    Contacts contacts;

    @Test
    void engineO6_findsABatonWithoutAProcessAndAsksTheManagersOnce() {
        LeadReference reference = aLead.inRelay();
        loseTheRelayOf(reference);
        assertThat(life.parted()).extracting(Life.Parted::reference).contains(reference);

        relays.look(reference);
        relays.look(reference);

        Task task = task(reference.value(), "mendRelay");
        assertThat(candidates(task)).containsExactly("manager");
        assertThat(tasks.getVariable(task.getId(), "missing").toString()).contains("No process of the relay");
        assertThat(types(reference)).containsOnlyOnce(EntryType.RELAY_PARTED);
        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getIncidentMessage())
                .contains(reference.value());
        tell("relay-parted");
        assertThat(mailbox.of("manager-1@baton.example"))
                .anySatisfy(mail -> assertThat(mail.subject()).contains("standstill"));
    }

    @Test
    void engineO6_findsARelayOfWhichOnlyAMailIsLeft() {
        LeadReference reference = aLead.inRelay();
        assertThat(life.lookClosely(reference)).isEmpty();

        loseTheExchangeOf(reference);

        assertThat(jobs(reference)).isNotEmpty();
        assertThat(life.look(reference))
                .hasValueSatisfying(parted -> assertThat(parted.nothingLeft()).isTrue());
    }

    @Test
    void engineO6_findsATaskThatNobodyIsLeftToDo() {
        User leaver = identity.newUser("sdr-leaver");
        leaver.setPassword("sdr-leaver");
        identity.saveUser(leaver);
        identity.createMembership("sdr-leaver", "sdr");
        LeadReference reference = qualifiedBy("sdr-leaver");
        assertThat(life.lookClosely(reference)).isEmpty();

        identity.deleteUser("sdr-leaver");

        assertThat(life.lookClosely(reference))
                .hasValueSatisfying(parted ->
                        assertThat(parted.missing()).contains("Nobody who works here can do \"Qualify lead\""));
    }

    @Test
    void engineO6_offersItAgain() {
        LeadReference reference = aLead.inRelay();
        loseTheRelayOf(reference);

        mend(reference, "offer-again");

        assertThat(task(reference.value(), "takeBaton")).isNotNull();
        assertThat(offers.open(reference)).map(Offer::number).hasValue(2);
        assertThat(life.lookClosely(reference)).isEmpty();
        complete("sdr-1", reference.value(), "takeBaton", Map.of("decision", "accept"));
        assertThat(batons.get(reference).holder().value()).isEqualTo("sdr-1");
        assertThat(task(reference.value(), "qualifyLead").getAssignee()).isEqualTo("sdr-1");
    }

    @Test
    void engineO6_bringsItBackToTheStartOfItsLeg() {
        LeadReference reference = qualifiedBy("sdr-1");
        String leg = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("qualification")
                .singleResult()
                .getId();
        runtime.createProcessInstanceModification(leg)
                .cancelAllForActivity("qualifyLead")
                .execute();
        assertThat(life.look(reference)).as("the watch goes on, and is no life").isPresent();

        mend(reference, "to-leg-start");

        assertThat(task(reference.value(), "qualifyLead").getAssignee()).isEqualTo("sdr-1");
        assertThat(life.lookClosely(reference)).isEmpty();
        assertThat(batons.get(reference).holder().value()).isEqualTo("sdr-1");
    }

    @Test
    void engineO6_closesIt() {
        LeadReference reference = aLead.inRelay();
        loseTheRelayOf(reference);

        mend(reference, "close");

        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.CLOSED);
        assertThat(offers.open(reference)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
        assertThat(types(reference)).contains(EntryType.RELAY_MENDED, EntryType.RELAY_CLOSED);
    }

    @Test
    void engineO6_aManagerClosesItByTheUsualWay() {
        LeadReference reference = aLead.inRelay();
        loseTheRelayOf(reference);
        relays.look(reference);

        byPage("manager-1", () -> {
            capture.close(reference, "no answer any more");
            return null;
        });

        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.CLOSED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
        tell("lost-relay-closed");
        assertThat(mailbox.of("marketing-1@baton.example"))
                .anySatisfy(mail -> assertThat(mail.subject()).contains(reference.value()));
        assertThatThrownBy(() -> capture.close(reference, "again")).hasMessageContaining("already");
    }

    @Test
    void engineO6_aNewContactBeginsAnewInsteadOfJoiningWhatNobodyReads() {
        LeadReference reference = aLead.inRelay();
        Contact contact = contacts.main(reference).orElseThrow();
        assertThat(join(contact)).isEqualTo(reference);
        loseTheRelayOf(reference);

        LeadReference anew = join(contact);

        assertThat(anew).isNotEqualTo(reference);
        assertThat(task(anew.value(), "prepareBrief")).isNotNull();
        assertThat(join(contact)).as("and joins that from then on").isEqualTo(anew);
    }

    @Test
    void engineO6_theQuestionIsWithdrawnWhereTheLeadGoesOn() {
        LeadReference reference = aLead.inRelay();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .forEach(instance -> runtime.suspendProcessInstanceById(instance.getId()));
        relays.look(reference);
        assertThat(task(reference.value(), "mendRelay")).isNotNull();

        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .forEach(instance -> runtime.activateProcessInstanceById(instance.getId()));
        relays.look(reference);

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKey("mendRelay")
                        .count())
                .isZero();
        assertThat(types(reference)).contains(EntryType.RELAY_MENDED);
    }

    private void loseTheRelayOf(LeadReference reference) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .rootProcessInstances()
                .list()
                .forEach(root -> runtime.deleteProcessInstance(root.getId(), "a fault of ours"));
    }

    private void loseTheExchangeOf(LeadReference reference) {
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .processDefinitionKey("handoff")
                        .singleResult()
                        .getId(),
                "a fault of ours");
    }

    private void mend(LeadReference reference, String decision) {
        relays.look(reference);
        complete("manager-1", reference.value(), "mendRelay", Map.of("mendDecision", decision));
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKey("mendRelay")
                        .count())
                .isZero();
    }

    private LeadReference qualifiedBy(String person) {
        LeadReference reference = aLead.inRelay();
        complete(person, reference.value(), "takeBaton", Map.of("decision", "accept"));
        return reference;
    }

    private LeadReference join(Contact contact) {
        return capture.capture(NewLead.of(contact.name(), String.valueOf(contact.email()), "The same again"))
                .reference();
    }

    private void tell(String errand) {
        errandsBeginning(errand).stream().forEach(job -> management.executeJob(job.getId()));
    }

    private List<String> candidates(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(link -> link.getGroupId())
                .toList();
    }

    private List<String> jobs(LeadReference reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .map(job -> job.getId())
                .toList();
    }

    private List<EntryType> types(LeadReference reference) {
        return ledger.of(reference).stream().map(LedgerEntry::type).toList();
    }
}
