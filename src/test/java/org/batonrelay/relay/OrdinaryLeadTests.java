package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Holder;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An ordinary lead from capture to customer service, and what it costs people: the lean budget of the product. */
class OrdinaryLeadTests extends RunningBaton {

    @Autowired
    Relays relays;

    @Autowired
    Batons batons;

    @Autowired
    Ledger ledger;

    @Autowired
    Contacts contacts;

    @Autowired
    Summaries summaries;

    @Autowired
    ClientAnswers answers;

    private int tasksDone;
    private int fieldsFilled;

    @Test
    void peopleP3_runsFromCaptureToCustomerServiceWithinTheLeanBudget() {
        runsWith("Ordinary Ltd", "Send the data sheet | us | " + inDays(9));
    }

    @Test
    void peopleP15_threePromisesAndAKickoffCostAtMostSixteenTasks() {
        LeadReference reference = runsWith(
                "Usual Ltd",
                "Send the data sheet | us | " + inDays(9) + "\nTrain the second shift | us | " + inDays(10)
                        + "\nInvoice by department | us | " + inDays(11));

        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDeleteReason("completed")
                        .list())
                .as("each promise is a task of its own")
                .hasSizeLessThanOrEqualTo(16)
                .filteredOn(it -> it.getTaskDefinitionKey().equals("keepPromise"))
                .hasSize(1 + 3);
        assertThat(tasksDone).as("forms that somebody has sent").isLessThanOrEqualTo(14);
        assertThat(ledger.of(reference))
                .filteredOn(it -> it.type() == EntryType.PROMISE_KEPT)
                .extracting(LedgerEntry::actor)
                .containsExactly("csm-1", "csm-1", "csm-1", "baton");
    }

    private LeadReference runsWith(String organisation, String promised) {
        LeadReference reference =
                byPage("website", () -> relays.capture(posted(organisation)).reference());
        fire(reference.value(), "acknowledgeLead");

        // what a form presets (accept, qualified, kept, approve) nobody fills in
        work("sdr-1", reference, "takeBaton", Map.of("decision", "accept"), 0);
        work(
                "sdr-1",
                reference,
                "qualifyLead",
                Map.of("outcome", "qualified", "meetingOn", inDays(6) + "T10:30+00:00"),
                1);
        work("sdr-1", reference, "writeSummary", summary(promised), 4);
        fire(reference.value(), "inviteToMeeting");
        confirm(reference);
        work("ae-1", reference, "takeBaton", Map.of("decision", "accept"), 0);
        errandsRun(reference);
        fire(reference.value(), "meetingHeld");
        work("ae-1", reference, "writeSummary", summary(null), 3);
        confirm(reference);
        work(
                "ae-1",
                reference,
                "workDeal",
                Map.of("dealDecision", "contract", "dealValue", 40_000, "closeOn", inDays(12)),
                3);
        work("legal-1", reference, "reviewContract", Map.of("contractDecision", "approve"), 0);
        work("csm-1", reference, "sayWhenReady", Map.of("readyOn", inDays(12)), 0);
        work("ae-1", reference, "workDeal", Map.of("dealDecision", "won"), 0);
        fire(reference.value(), "inviteToMeetingThatChanged");
        work("csm-1", reference, "takeBaton", Map.of("decision", "accept", "readyOn", inDays(14)), 1);
        fire(reference.value(), "introduceReceiver");
        fireIfWaiting(reference, "planOnboarding");
        Task kickoff =
                promised(reference).stream().filter(this::isKickoff).findFirst().orElseThrow();
        complete("csm-1", kickoff, Map.of("promiseDecision", "meeting", "meetingOn", inDays(15) + "T10:00+00:00"));
        tasksDone++;
        fieldsFilled += 2;
        fire(reference.value(), "tellOfMeeting");
        List<Task> items =
                promised(reference).stream().filter(it -> !isKickoff(it)).toList();
        complete("csm-1", items.get(0), Map.of("promiseDecision", "kept", "alsoKept", others(items)));
        tasksDone++;
        // nobody has to say that it took place
        fire(reference.value(), "kickoffOver");
        work("csm-1", reference, "writeSummary", summary(null), 3);
        confirm(reference);
        work("customer-service-1", reference, "takeBaton", Map.of("decision", "accept"), 0);

        assertThat(batons.get(reference).state()).isEqualTo(Baton.State.FINISHED);
        assertThat(batons.get(reference).holder()).isEqualTo(Holder.person("customer-service-1"));
        assertThat(instances(reference)).isZero();
        assertThat(holders(reference))
                .containsExactly("group:marketing", "sdr-1", "ae-1", "csm-1", "customer-service-1");
        // calendars take an update of their own accord: it is counted by itself, and is no further mail to read
        List<String> updates = mailbox.of(client(organisation)).stream()
                .filter(OrdinaryLeadTests::isUpdate)
                .map(Mailbox.Mail::subject)
                .toList();
        List<String> mails = mailbox.of(client(organisation)).stream()
                .filter(mail -> !isUpdate(mail))
                .map(Mailbox.Mail::subject)
                .toList();
        assertThat(tasksDone).as("tasks").isLessThanOrEqualTo(16);
        assertThat(fieldsFilled).as("filled fields").isLessThanOrEqualTo(30);
        assertThat(mails).as("mails to the client").hasSizeLessThanOrEqualTo(6);
        assertThat(mails).anyMatch(it -> it.contains("please meet")).noneMatch(it -> it.contains("your start"));
        assertThat(updates)
                .as("the entry in the calendar, when the AE takes over")
                .hasSize(1);
        System.getLogger("lean budget")
                .log(
                        System.Logger.Level.INFO,
                        "an ordinary lead: {0} tasks, {1} filled fields, {2} mails to the client: {3}",
                        tasksDone,
                        fieldsFilled,
                        mails.size(),
                        mails);
        return reference;
    }

    private boolean isKickoff(Task item) {
        return String.valueOf(tasks.getVariable(item.getId(), "promise")).contains("Kick-off");
    }

    /** What Tasklist sends of a list whose boxes were all ticked. */
    private Object others(List<Task> items) {
        return SpinValues.jsonValue(items.stream()
                        .skip(1)
                        .map(it -> "\"" + tasks.getVariable(it.getId(), "promiseId") + "\"")
                        .toList()
                        .toString())
                .create();
    }

    private static boolean isUpdate(Mailbox.Mail mail) {
        return !mail.parts().isEmpty() && !mail.calendar().contains("SEQUENCE:0");
    }

    private List<Task> promised(LeadReference reference) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("keepPromise")
                .list();
    }

    private void errandsRun(LeadReference reference) {
        errandsContaining(reference.value()).stream()
                .filter(job -> "errand".equals(((JobEntity) job).getJobHandlerType()))
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private void work(String person, LeadReference reference, String task, Map<String, Object> values, int filled) {
        complete(person, reference.value(), task, values);
        tasksDone++;
        fieldsFilled += filled;
    }

    private static Map<String, Object> summary(String promise) {
        Map<String, Object> said = new java.util.HashMap<>(Map.of(
                "currentSituation",
                "Leads are lost between marketing and sales.",
                "nextSteps",
                "Go through the offer together.",
                "nextStepOn",
                inDays(6),
                "announced",
                false));
        if (promise != null) {
            said.put("promises", promise);
        }
        return said;
    }

    /** The client's mail goes out, and the client presses the button. */
    private void confirm(LeadReference reference) {
        fire(reference.value(), "sendSummaryEmail");
        Contact kim = contacts.main(reference).orElseThrow();
        Summary newest = summaries.of(reference).get(0);
        String form = UUID.randomUUID().toString();
        assertThat(answers.confirm(kim, form, newest.id(), newest.version())).isEqualTo(ClientAnswers.Receipt.STORED);
        for (Job job : management.createJobQuery().messages().list()) {
            if (((JobEntity) job).getJobHandlerConfigurationRaw().contains(form)) {
                management.executeJob(job.getId());
            }
        }
        assertThat(summaries.get(newest.id()).status()).isEqualTo(Summary.Status.CONFIRMED);
    }

    private void fireIfWaiting(LeadReference reference, String activity) {
        boolean waits = management.createJobQuery().activityId(activity).list().stream()
                .anyMatch(job -> reference
                        .value()
                        .equals(runtime.createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .singleResult()
                                .getBusinessKey()));
        if (waits) {
            fire(reference.value(), activity);
        }
    }

    private List<String> holders(LeadReference reference) {
        List<String> holders = new ArrayList<>();
        for (LedgerEntry entry : ledger.of(reference)) {
            if (entry.type() == EntryType.HOLDER_CHANGED) {
                holders.add(String.valueOf(entry.detail().get("to")));
            }
        }
        return holders;
    }

    private long instances(LeadReference reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .count();
    }

    private static NewLead posted(String organisation) {
        return NewLead.of("Kim Berger", client(organisation), organisation)
                .with(LeadField.SOURCE, "website")
                .with(LeadField.CAMPAIGN, "spring")
                .with(LeadField.MESSAGE, "We lose leads between our teams.")
                .with(LeadField.KNOWS, "our page")
                .with(LeadField.SPOKEN_WITH, "nobody yet")
                .with(LeadField.NEEDS, "fewer lost leads")
                .with(LeadField.WANTS_CONTACT, true);
    }

    private static String client(String organisation) {
        return "kim@" + organisation.replace(" Ltd", "").toLowerCase(Locale.ROOT) + ".example";
    }

    private static String inDays(int days) {
        return HouseDay.today().plusDays(days).toString();
    }
}
