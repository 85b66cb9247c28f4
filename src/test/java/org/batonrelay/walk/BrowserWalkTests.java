package org.batonrelay.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.Mailbox;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** One lead from the website to customer service, in a real browser; README's pictures are taken on the way. */
class BrowserWalkTests extends RunningBaton {

    private static final String CLIENT = "kim@northwind-traders.example";

    @Value("${baton.mail.imap-port}")
    int imap;

    private final Date started = new Date();
    private String reference = "";

    @Test
    void walksALeadFromTheWebsiteToCustomerService() {
        try (Browser browser = Browser.open()) {
            Story story = new Story(
                    browser, "http://127.0.0.1:" + port, new Mailbox(imap), "Northwind Traders", CLIENT, this::work);
            reference = posted();
            LocalDate meeting = HouseDay.today().plusDays(7);

            story.theSdrTakesTheBatonInTwoClicks();
            story.theSdrQualifiesAndWritesTheSummary(meeting);
            story.theClientConfirms("client-page");
            story.theAeTakesTheBatonWithTheConfirmedSummary();
            story.theAeWritesDownWhatTheMeetingAgreed(meeting.plusDays(7));
            story.theClientConfirms("second-summary");
            story.theAeAsksLegal();
            story.legalApproves();
            story.theAeWins();
            story.theCsmTakesItWithEveryPromise();
            story.promisesAreKept(ownersOfPromises());
            story.theCsmWritesTheLastSummary();
            story.theClientConfirms("last-summary");
            story.customerServiceTakesOver();
            story.theLeadPageShowsTheFinishedRelay(reference);

            assertThat(instances()).isEmpty();
        }
    }

    private String posted() {
        String answer = new Caller(port, "website")
                .postJson("/api/leads", """
                        {"name": "Kim Berger", "email": "%s", "organisation": "Northwind Traders",
                         "phone": "+49 30 1234567", "role": "Head of operations", "country": "DE", "language": "en",
                         "segment": "mid-market", "source": "web form", "campaign": "autumn",
                         "message": "We lose too much time between teams.", "knows": "Read the price list",
                         "spokenWith": "Nobody yet", "needs": "A quicker start", "wantsContact": true}
                        """.formatted(CLIENT))
                .body();
        return answer.replaceAll(".*\"reference\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private List<String> ownersOfPromises() {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey("keepPromise")
                .list()
                .stream()
                .map(Task::getAssignee)
                .toList();
    }

    /** What the job executor would do by now; one sent mail may lead to the next step. */
    private void work() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** Jobs of the lead, and errands of no process that the walk has caused, such as counting an answer. */
    private List<Job> due() {
        List<String> ours = instances().stream().map(ProcessInstance::getId).toList();
        return management.createJobQuery().withRetriesLeft().list().stream()
                .filter(job -> job.getProcessInstanceId() == null
                        ? job.getCreateTime().after(started)
                        : ours.contains(job.getProcessInstanceId()))
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(new Date()))
                .toList();
    }

    private List<ProcessInstance> instances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list();
    }
}
