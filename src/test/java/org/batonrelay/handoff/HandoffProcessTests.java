package org.batonrelay.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.batonrelay.RunningBaton;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.relay.ALead;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Leg;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HandoffProcessTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Autowired
    Offers offers;

    @Test
    void passesTheBatonToWhoeverAcceptsIt() {
        String lead = offered("sdr-1", Leg.QUALIFICATION, "sdr-to-ae", "group:ae");
        assertThat(holder(lead)).isEqualTo("sdr-1");

        complete("ae-2", lead, "takeBaton", Map.of("decision", "accept"));

        assertThat(holder(lead)).isEqualTo("ae-2");
        assertThat(types(lead)).contains("handoff.briefed", "handoff.offered", "handoff.accepted", "holder.changed");
        assertThat(running(lead)).isZero();
    }

    private String offered(String holder, Leg leg, String exchange, String receiver) {
        LeadReference reference = aLead.heldBy(holder, leg);
        batons.agreeNextStep(reference, "Demo", java.time.LocalDate.of(2027, 1, 4));
        return start(reference, exchange, receiver, "normal");
    }

    private String start(LeadReference reference, String exchange, String receiver, String priority) {
        Map<String, Object> variables = aLead.variables(reference);
        variables.put("exchange", exchange);
        variables.put("giver", variables.get("holder"));
        variables.put("receiver", receiver);
        variables.put("priority", priority);
        runtime.startProcessInstanceByKey("handoff", reference.value(), variables);
        return reference.value();
    }

    private String holder(String lead) {
        return batons.get(new LeadReference(lead)).holder().value();
    }

    private List<String> types(String lead) {
        return ledger.of(new LeadReference(lead)).stream()
                .map(it -> it.type().id())
                .toList();
    }

    private long running(String lead) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(lead)
                .count();
    }
}
