package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.RunningBaton;
import org.batonrelay.accounts.AccountOwners;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.relay.ALead;
import org.batonrelay.team.People;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Routing at one moment after the other, by the example that lets a partner answer after hours. */
class OfficeHoursRoutingTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Decisions decisions;

    @Autowired
    Leads leads;

    @Autowired
    AccountOwners owners;

    @Autowired
    OpenRelays relays;

    @Autowired
    People people;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RepositoryService repository;

    /** Monday 23 November 2026, Berlin's winter time; the office closes at 17:00 and opens at 09:00. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:58:00Z, group:sdr",
        "2026-11-23T16:01:00Z, group:partner",
        "2026-11-24T03:00:00Z, group:partner",
        "2026-11-24T08:00:00Z, group:sdr",
        "2026-11-28T10:00:00Z, group:partner"
    })
    void p3_aPartnerIsOfferedWhatComesAfterHoursAndTheTeamFromTheMorningOn(Instant now, String receiver)
            throws Exception {
        LeadReference lead = aLead.heldBy("group:marketing", Leg.CAPTURE);
        String example = Files.readString(Path.of("docs/examples/lead-routing.dmn"));
        String deployment = repository
                .createDeployment()
                .addString("lead-routing.dmn", example)
                .deploy()
                .getId();
        try {
            assertThat(offeredTo(lead, now, relays)).isEqualTo(receiver);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** In office hours, with so many batons in the hands of the team: the example says 200. */
    @ParameterizedTest
    @CsvSource({"199, group:sdr", "200, group:partner", "201, group:partner"})
    void p3_aPartnerIsOfferedWhatIsTooMuchForTheTeam(int held, String receiver) throws Exception {
        LeadReference lead = aLead.heldBy("group:marketing", Leg.CAPTURE);
        String deployment = repository
                .createDeployment()
                .addString("lead-routing.dmn", Files.readString(Path.of("docs/examples/lead-routing.dmn")))
                .deploy()
                .getId();
        try {
            assertThat(offeredTo(lead, Instant.parse("2026-11-23T10:00:00Z"), new Busy(relays, held)))
                    .isEqualTo(receiver);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** Routes the lead at this moment, and offers it as the relay does; whom the offer is for. */
    private String offeredTo(LeadReference lead, Instant now, OpenRelays open) {
        Routing routing =
                new Routing(decisions, leads, owners, open, people, calendar, ledger, Clock.fixed(now, ZoneOffset.UTC));
        Routing.Route route = transaction.execute(status -> routing.route(lead, null));
        Map<String, Object> variables = aLead.variables(lead);
        variables.putAll(
                Map.of("exchange", "marketing-to-sdr", "giver", "group:marketing", "receiver", route.receiver()));
        runtime.startProcessInstanceByKey("handoff", lead.value(), variables);
        String group = route.receiver().replace("group:", "");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(lead.value())
                        .taskDefinitionKey("takeBaton")
                        .taskCandidateGroup(group)
                        .count())
                .as("offered to " + group)
                .isOne();
        assertThat(ledger.of(lead).stream()
                        .filter(it -> it.type() == EntryType.HANDOFF_OFFERED)
                        .map(it -> it.detail().get("receiver")))
                .containsExactly(route.receiver());
        return route.receiver();
    }

    /** The relays as they are, but for how many the team holds. */
    private record Busy(OpenRelays relays, int held) implements OpenRelays {

        @Override
        public Optional<LeadReference> findOpen(Collection<LeadReference> references) {
            return relays.findOpen(references);
        }

        @Override
        public Optional<LeadReference> findAlive(Collection<LeadReference> references) {
            return relays.findAlive(references);
        }

        @Override
        public Optional<LeadReference> findCustomer(Collection<LeadReference> references) {
            return relays.findCustomer(references);
        }

        @Override
        public int heldBy(Collection<String> holders) {
            return held;
        }
    }
}
