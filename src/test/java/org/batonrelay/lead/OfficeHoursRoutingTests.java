package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.batonrelay.RunningBaton;
import org.batonrelay.accounts.AccountOwners;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.decision.Decisions;
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
            Routing routing = new Routing(
                    decisions, leads, owners, relays, people, calendar, ledger, Clock.fixed(now, ZoneOffset.UTC));
            Routing.Route route = transaction.execute(status -> routing.route(lead, null));
            assertThat(route.receiver()).isEqualTo(receiver);
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }
}
