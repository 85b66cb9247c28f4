package org.batonrelay.mornings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.ALead;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are told before they have to ask: in the morning, and two days before a meeting. */
class DayAheadTests extends RunningBaton {

    @Autowired
    ALead aLead;

    @Autowired
    Batons batons;

    @Autowired
    Promises promises;

    @Autowired
    Leads leads;

    @Autowired
    TellDigest digest;

    @Autowired
    TellMeetingEve tellEve;

    @Autowired
    MeetingEves eves;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    // --- the digest

    @Test
    void tellsInOneMailWhatIsOfferedOverdueYellowAndPromised() {
        String person = newcomer("dora-1");
        LeadReference yellow = aLead.heldBy(person, Leg.DEAL);
        batons.raise(yellow, Flag.ONE_CONTACT, "as the test needs it");
        promises.make(yellow, null, "Send the data sheet", "us", person, HouseDay.today());
        promises.make(
                yellow, null, "Send much later", "us", person, HouseDay.today().plusDays(9));
        LeadReference offered = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        offer(offered, person);

        digest.run(new TellDigest.Morning(person, HouseDay.today()));
        digest.run(new TellDigest.Morning(person, HouseDay.today()));

        List<Mailbox.Mail> mails = mailbox.of(person + "@baton.example");
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).subject()).isEqualTo("Your day: 1 offered, 1 yellow, 1 promised");
        assertThat(mails.get(0).text())
                .contains(organisation(offered), organisation(yellow))
                .contains("#/?task=" + task(offered.value(), "takeBaton").getId())
                .contains("only one contact on the client's side")
                .contains("Send the data sheet")
                .doesNotContain("Send much later");
        assertThat(mails.get(0).header("Auto-Submitted")).isEqualTo("auto-generated");
    }

    @Test
    void tellsWhatIsOverdue() {
        String person = newcomer("dora-2");
        LeadReference lead = aLead.heldBy("sdr-1", Leg.QUALIFICATION);
        offer(lead, person);
        String task = task(lead.value(), "takeBaton").getId();
        as(person, () -> tasks.claim(task, person));
        var late = tasks.createTaskQuery().taskId(task).singleResult();
        late.setDueDate(java.util.Date.from(clock.instant().minus(Duration.ofHours(30))));
        tasks.saveTask(late);

        digest.run(new TellDigest.Morning(person, HouseDay.today()));

        Mailbox.Mail mail = mailbox.latest(person + "@baton.example", "1 overdue");
        assertThat(mail.text()).contains(organisation(lead), "due since", "#/?task=" + task);
    }

    @Test
    void captureV1_tellsManagersOfWhatIsNewlyNotUnderstoodInTheCalendar() {
        String rep = newcomer("dora-4");
        String manager = newcomer("dora-5");
        identity.createMembership(manager, "manager");
        trouble("new", clock.instant());
        trouble("old", clock.instant().minus(Duration.ofDays(30)));
        try {
            digest.run(new TellDigest.Morning(rep, HouseDay.today()));
            digest.run(new TellDigest.Morning(manager, HouseDay.today()));
        } finally {
            jdbc.sql("delete from absence_trouble").update();
            identity.deleteMembership(manager, "manager");
        }

        assertThat(mailbox.of(rep + "@baton.example")).isEmpty();
        assertThat(mailbox.latest(manager + "@baton.example", "Your day: days off")
                        .text())
                .contains("The calendar of who is away", "one entry is not understood", "/leads/days-off");
    }

    private void trouble(String id, Instant since) {
        jdbc.sql("insert into absence_trouble (id, entry, why, since) values (:id, 'x', 'y', :since)")
                .param("id", id)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .update();
    }

    @Test
    void writesNoEmptyDigest() {
        String person = newcomer("dora-3");

        digest.run(new TellDigest.Morning(person, HouseDay.today()));

        assertThat(mailbox.of(person + "@baton.example")).isEmpty();
    }

    // --- two days before a meeting

    @Test
    void tellsTheHolderOnceWhatTheyNeedForTheMeeting() {
        LeadReference lead = aLead.heldBy("ae-1", Leg.DEAL);
        promises.make(
                lead,
                null,
                "Bring the price list",
                "us",
                "ae-1",
                HouseDay.today().plusDays(3));
        Instant start = meeting(lead, Duration.ofHours(1));

        eves.look();
        eves.look();
        errandsOf("meeting-eve", "m-" + lead).forEach(job -> management.executeJob(job.getId()));

        List<Mailbox.Mail> mails = eveMails("ae-1", lead);
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).text())
                .contains("Anna Berg, Head of operations (invited, no answer yet)")
                .contains("No summary has been written yet")
                .contains("Bring the price list (Alex Winter, by")
                .contains("/leads/" + lead);
        assertThat(start).isAfter(clock.instant());
    }

    @Test
    void tellsNothingOfAMeetingThatWasMovedOrCalledOffOrIsSomebodyElsesByNow() {
        LeadReference moved = aLead.heldBy("ae-1", Leg.DEAL);
        Instant start = meeting(moved, Duration.ofHours(1));
        jdbc.sql("update meeting set starts_at = :later where reference = :reference")
                .param("later", OffsetDateTime.ofInstant(start.plusSeconds(3600), ZoneOffset.UTC))
                .param("reference", moved.value())
                .update();
        tellEve.run(new TellMeetingEve.Eve("m-" + moved, start, Holder.person("ae-1")));
        LeadReference calledOff = aLead.heldBy("ae-1", Leg.DEAL);
        Instant never = meeting(calledOff, Duration.ofHours(1));
        jdbc.sql("update meeting set status = 'cancelled' where reference = :reference")
                .param("reference", calledOff.value())
                .update();
        tellEve.run(new TellMeetingEve.Eve("m-" + calledOff, never, Holder.person("ae-1")));
        LeadReference passed = aLead.heldBy("ae-1", Leg.DEAL);
        Instant others = meeting(passed, Duration.ofHours(1));
        batons.pass(passed, Holder.person("ae-2"), "as the test needs it");
        tellEve.run(new TellMeetingEve.Eve("m-" + passed, others, Holder.person("ae-1")));

        assertThat(eveMails("ae-1", moved)).isEmpty();
        assertThat(eveMails("ae-1", calledOff)).isEmpty();
        assertThat(eveMails("ae-1", passed)).isEmpty();
    }

    @Test
    void waitsUntilTwoBusinessDaysBefore() {
        LeadReference lead = aLead.heldBy("ae-1", Leg.DEAL);
        meeting(lead, Duration.ofDays(13));

        eves.look();

        assertThat(errandsOf("meeting-eve", "m-" + lead)).isEmpty();
    }

    @Test
    void countsBusinessDaysBackOverAWeekend() {
        LeadReference lead = aLead.heldBy("ae-1", Leg.DEAL);
        LocalDate monday = LocalDate.of(2027, 3, 15);
        Instant start = calendar.at(monday, java.time.LocalTime.of(14, 0), "ae");

        Instant eve = eves.eve(new org.batonrelay.meeting.ComingMeetings.Coming("m", lead, start, Map.of()));

        assertThat(eve).isEqualTo(calendar.opening(LocalDate.of(2027, 3, 11), "ae"));
    }

    // --- how the tests speak

    private Instant meeting(LeadReference lead, Duration ahead) {
        Instant start = clock.instant().plus(ahead).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        jdbc.sql("insert into meeting (uid, reference, sequence, starts_at, title, status, host)"
                        + " values (:uid, :reference, 0, :start, 'our meeting', 'invited', 'ae-1')")
                .param("uid", "m-" + lead)
                .param("reference", lead.value())
                .param("start", OffsetDateTime.ofInstant(start, ZoneOffset.UTC))
                .update();
        return start;
    }

    private List<Mailbox.Mail> eveMails(String person, LeadReference lead) {
        return mailbox.of(person + "@baton.example").stream()
                .filter(mail -> lead.value().equals(mail.header("X-Baton-Lead")))
                .filter(mail -> mail.subject().contains("your meeting on"))
                .toList();
    }

    private void offer(LeadReference reference, String receiver) {
        batons.agreeNextStep(reference, "Demo", LocalDate.of(2027, 1, 4));
        Map<String, Object> variables = aLead.variables(reference);
        variables.put("exchange", "sdr-to-ae");
        variables.put("giver", variables.get("holder"));
        variables.put("receiver", receiver);
        runtime.startProcessInstanceByKey("handoff", reference.value(), variables);
    }

    private String newcomer(String id) {
        User user = identity.newUser(id);
        user.setFirstName("Dora");
        user.setLastName("Lang");
        user.setEmail(id + "@baton.example");
        identity.saveUser(user);
        if (identity.createGroupQuery().groupId("newcomers").count() == 0) {
            identity.saveGroup(identity.newGroup("newcomers"));
        }
        identity.createMembership(id, "newcomers");
        return id;
    }

    private String organisation(LeadReference reference) {
        return leads.get(reference).organisation();
    }

    /** The waiting jobs whose errand and payload begin so. */
    private List<String> errands(String beginning) {
        return errandsBeginning(beginning).stream().map(Job::getId).toList();
    }

    private void runErrands(String beginning) {
        errands(beginning).forEach(management::executeJob);
    }
}
