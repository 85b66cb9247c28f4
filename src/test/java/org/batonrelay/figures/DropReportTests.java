package org.batonrelay.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.batonrelay.Caller;
import org.batonrelay.Mailbox;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Leg;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.ThePast;
import org.batonrelay.mornings.TellDrops;
import org.batonrelay.relay.ALead;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** V4: weeks long before Baton was thought of, so that no other test's leads are in them. */
class DropReportTests extends RunningBaton {

    @Autowired
    private ThePast past;

    @Autowired
    TellDrops report;

    @Autowired
    ALead aLead;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Errands errands;

    @Test
    void v4_tellsManagersOnMondayHowOftenWhereAndWhyTheBatonWasDropped() {
        LeadReference once = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        LeadReference twice = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        write("2020-01-06T08:00:00Z", once, "handoff.accepted", "marketing-to-sdr", "{\"offerId\":\"a\"}");
        write("2020-01-07T08:00:00Z", twice, "handoff.accepted", "marketing-to-sdr", "{\"offerId\":\"b\"}");
        write(
                "2020-01-07T09:00:00Z",
                twice,
                "handoff.dropped",
                "sdr-to-ae",
                "{\"offerId\":\"c\",\"cause\":\"no-time\"}");
        write(
                "2020-01-07T10:00:00Z",
                twice,
                "handoff.explained",
                "sdr-to-ae",
                "{\"offerId\":\"c\",\"cause\":\"poor-brief\"}");
        write(
                "2020-01-08T09:00:00Z",
                twice,
                "handoff.dropped",
                "sdr-to-ae",
                "{\"offerId\":\"d\",\"cause\":\"poor-brief\"}");
        write(
                "2020-01-09T09:00:00Z",
                once,
                "handoff.dropped",
                "ae-to-csm",
                "{\"offerId\":\"e\",\"cause\":\"no-time\"}");
        write(
                "2020-01-13T09:00:00Z",
                once,
                "handoff.dropped",
                "ae-to-csm",
                "{\"offerId\":\"f\",\"cause\":\"no-time\"}");

        report.run("2020-01-13");

        Mailbox.Mail mail = mailbox.latest("manager-1@baton.example", "last week");
        assertThat(mail.subject()).isEqualTo("Batons last week: 2 passed, 3 dropped");
        assertThat(mail.text())
                .contains("Where: SDR to AE (2), AE to CSM (1)", "Why: poor brief (2), no time (1)")
                .contains("/leads/" + once, "/leads/" + twice);
        assertThat(mail.text().indexOf(twice.value())).isLessThan(mail.text().indexOf(once.value()));
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        Caller manager = new Caller(port, "manager-1");
        JsonNode exchanges = manager.read(manager.get("/api/figures?from=2020-01-06&to=2020-01-12"))
                .at("/figures/0/exchanges");
        assertThat(exchanges.findValues("dropCauses").stream().map(JsonNode::toString))
                .as("the causes that were found in the end, the most frequent first, at each exchange")
                .contains("{\"poor-brief\":2}", "{\"no-time\":1}");
    }

    @Test
    void saysNothingOfAWeekWithNothing() {
        report.run("2019-01-07");

        assertThat(sent("drop-report:2019-01-07%")).isZero();
    }

    @Test
    void aWeekIsReportedOnceHoweverManyNodesThinkOfIt() {
        errands.once(TellDrops.NAME, "2018-01-01");
        errands.once(TellDrops.NAME, "2018-01-01");

        assertThat(jdbc.sql("select count(*) from act_ru_job where handler_cfg_ like '%2018-01-01%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        management.createJobQuery().messages().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .filter(job -> ((org.camunda.bpm.engine.impl.persistence.entity.JobEntity) job)
                        .getJobHandlerConfigurationRaw()
                        .contains("2018-01-01"))
                .forEach(job -> management.executeJob(job.getId()));
    }

    private long sent(String key) {
        return jdbc.sql("select count(*) from sent_mail where mail_key like :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private void write(String at, LeadReference reference, String type, String exchange, String detail) {
        past.happened(
                Instant.parse(at),
                past.entry(reference, type, detail).by("baton").exchange(exchange));
    }
}
