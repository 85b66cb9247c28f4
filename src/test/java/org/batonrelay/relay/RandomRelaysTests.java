package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.ws.rs.ClientErrorException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.RunningBaton;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.engine.Refusal;
import org.batonrelay.handoff.Handoffs;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays relays at random: whoever may act does something that their form allows, timers fire, people come too late,
 * relays are closed in the middle. After every step what must always hold is checked. A failure names its seed.
 */
class RandomRelaysTests extends RunningBaton {

    private static final int RELAYS = Integer.getInteger("baton.random-relays", 300);
    private static final int STEPS = 45;

    /** One relay in so many is run by people who want to get it home: chance alone hardly ever does. */
    private static final int PURPOSEFUL = 8;

    @Autowired
    FormService forms;

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

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    GreenMail mailServer;

    @Autowired
    Notes notes;

    @Autowired
    Handoffs handoffs;

    /** What the decision partner-sharing shares with partners who hold the lead, and with no others. */
    private static final String NOT_SHARED = "fewer dropped leads";

    /** Our people's notes are for no partner. */
    private static final String PRIVATE = "among us about ";

    /** Those who go away and come back, and their groups: what other tests have left is not theirs. */
    private static final Map<String, String> TRAVELLERS =
            Map.of("sdr-traveller", "sdr", "ae-traveller", "ae", "csm-traveller", "csm");

    /** What somebody has seen of a task stays true until they have done it: people change between the steps only. */
    private final ReadWriteLock people = new ReentrantReadWriteLock();

    private final Map<String, Integer> seen = new ConcurrentSkipListMap<>();

    @Test
    void neverLosesABatonWhateverPeopleAndClocksDo() throws InterruptedException {
        // what one lead does must not disturb another; a table waits now and then, so there is one more than two cores
        // need
        AtomicBoolean pending = new AtomicBoolean(true);
        ExecutorService tables = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> games = IntStream.range(0, RELAYS)
                    .<Future<?>>mapToObj(seed -> tables.submit(() -> {
                        if (pending.get()) {
                            play(seed);
                        }
                    }))
                    .toList();
            for (Future<?> game : games) {
                game.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } finally {
            // the other table plays its game to the end: an interrupted transaction would trouble the tests behind us
            pending.set(false);
            tables.shutdown();
        }
        // A player that got nowhere would prove nothing.
        assertThat(seen.keySet())
                .contains(
                        "handoff.accepted",
                        "handoff.returned",
                        "handoff.not-ours",
                        "handoff.dropped",
                        "handoff.escalated",
                        "handoff.widened",
                        "handoff.reminded",
                        "handoff.reassigned",
                        "summary.sent",
                        "summary.confirmed",
                        "summary.corrected",
                        "summary.unanswered",
                        "departure.recorded",
                        "leg.finished",
                        "relay.closed",
                        "relay.recycled",
                        "relay.finished",
                        "message.passed-on",
                        "refused too late");
        if (RELAYS >= 300) {
            assertThat(seen.keySet())
                    .as("what happens in one game of some dozen")
                    .contains(
                            "substitute.acted",
                            "callback.answered",
                            "handoff.recalled",
                            "handoff.expired",
                            "leg.sent-back",
                            "contract.revised",
                            "readiness.said",
                            "meeting.rated",
                            "a partner saw their lead",
                            "a partner saw an offer");
        }
    }

    private void play(int seed) {
        Random random = new Random(seed);
        LeadReference reference =
                byPage("website", () -> relays.capture(lead(seed, random)).reference());
        List<String> steps = new ArrayList<>();
        List<String[]> done = new ArrayList<>();
        notes.write(reference, "sdr-1", PRIVATE + reference);
        people.readLock().lock();
        try {
            check(reference);
            boolean purposeful = seed % PURPOSEFUL == 0;
            for (int step = 0; step < (purposeful ? 3 * STEPS : STEPS) && isOpen(reference); step++) {
                if (purposeful && random.nextInt(3) > 0) {
                    steps.add(stepOn(reference, random, done));
                } else if (random.nextInt(40) == 0) {
                    people.readLock().unlock();
                    try {
                        steps.add(peopleComeAndGo(random));
                    } finally {
                        people.readLock().lock();
                    }
                } else {
                    steps.add(step(reference, random, done));
                }
                check(reference);
            }
            if (isOpen(reference)) {
                steps.add("close");
                byPage("manager-1", () -> {
                    relays.close(reference, "the game is over");
                    return null;
                });
                check(reference);
            }
            finishWhatIsLeft(reference, steps);
            nothingIsLeft(reference);
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed + " (" + reference + ") after " + steps, e);
        } finally {
            people.readLock().unlock();
        }
        ledger.of(reference).forEach(entry -> seen.merge(entry.type().id(), 1, Integer::sum));
    }

    /** The next task is done as one would wish; where there is none, the next clock runs out. */
    private String stepOn(LeadReference reference, Random random, List<String[]> done) {
        List<Task> open = tasksOf(reference);
        List<Job> due = jobsOf(reference);
        if (open.isEmpty() || (!due.isEmpty() && random.nextInt(5) == 0)) {
            management.executeJob(due.get(0).getId());
            return "a clock";
        }
        return complete(open.get(random.nextInt(open.size())), random, done, wished(random));
    }

    private String step(LeadReference reference, Random random, List<String[]> done) {
        List<Task> open = tasksOf(reference);
        List<Job> due = jobsOf(reference);
        int dice = random.nextInt(100);
        if (dice < 2) {
            byPage("manager-1", () -> {
                relays.close(reference, "enough");
                return null;
            });
            return "close";
        }
        if (dice < 7 && !done.isEmpty()) {
            return completeAgain(done.get(random.nextInt(done.size())));
        }
        if (dice < 20 && clientAnswers(reference, random)) {
            return "the client answers";
        }
        if (dice < 24) {
            return actsUnasked(reference, random);
        }
        if (dice < 29) {
            return aPartnerLooks(reference);
        }
        if (!open.isEmpty() && (due.isEmpty() || dice < 80)) {
            return complete(open.get(random.nextInt(open.size())), random, done, sensible(random));
        }
        if (!due.isEmpty()) {
            Job job = due.get(random.nextInt(due.size()));
            String activity = activityOf(job);
            management.executeJob(job.getId());
            return "fire " + activity;
        }
        throw new AssertionError("an open relay in which nobody can do anything and no clock runs");
    }

    /** What people may do past their tasks: ask an earlier runner, pass a question on, send a customer back, recall. */
    private String actsUnasked(LeadReference reference, Random random) {
        String person = List.of("sdr-1", "ae-1", "csm-1", "manager-1").get(random.nextInt(4));
        String what = List.of("call-back", "pass-on", "send-back", "recall").get(random.nextInt(4));
        try {
            switch (what) {
                case "recall" -> {
                    String giver = batons.get(reference).holder().value();
                    byPage(giver, () -> {
                        handoffs.recall(reference, giver);
                        return null;
                    });
                }
                case "send-back" -> {
                    Map<String, Object> said = new FormFiller(random, Map.of()).fill(what);
                    said.put("reference", reference.value());
                    start(batons.get(reference).holder().value(), what, said);
                }
                default ->
                    start(person, what, Map.of("reference", reference.value(), "question", "Which plant is it?"));
            }
            return person + " starts " + what;
        } catch (ClientErrorException | AuthorizationException | Refusal refused) {
            return person + " starts " + what + " REFUSED " + refused.getMessage();
        }
    }

    /** Every answer that a partner gets about this lead, whether it is offered to them, theirs, or none of their business. */
    private String aPartnerLooks(LeadReference reference) {
        List<String> asked = new ArrayList<>(List.of(
                "/api/leads/" + reference,
                "/api/leads?q=" + reference,
                "/leads/" + reference + "/tab",
                "/engine-rest/task?processInstanceBusinessKey=" + reference,
                "/engine-rest/process-instance?businessKey=" + reference,
                "/engine-rest/history/process-instance?processInstanceBusinessKey=" + reference));
        for (Task task : tasksOf(reference)) {
            asked.add("/engine-rest/task/" + task.getId() + "/form-variables");
            asked.add("/engine-rest/task/" + task.getId() + "/variables?deserializeValues=false");
            asked.add("/engine-rest/variable-instance?processInstanceIdIn=" + task.getProcessInstanceId());
        }
        boolean theirs = batons.get(reference).holder().id().startsWith("partner");
        boolean toldAnything = false;
        for (String address : asked) {
            HttpResponse<String> answer = new Caller(port, "partner-1").get(address);
            toldAnything |= answer.statusCode() == 200 && answer.body().contains(reference.value());
            assertThat(answer.body())
                    .as("what a partner is told by %s", address)
                    .doesNotContain(PRIVATE + reference)
                    .satisfies(body -> assertThat(theirs || !body.contains(NOT_SHARED))
                            .as("shared with whoever holds it only: %s", body)
                            .isTrue());
        }
        seen.merge(
                theirs ? "a partner saw their lead" : toldAnything ? "a partner saw an offer" : "saw nothing",
                1,
                Integer::sum);
        return "a partner looks";
    }

    /** Somebody goes away, comes back, or has all of their batons moved by a manager; nobody plays meanwhile. */
    private String peopleComeAndGo(Random random) {
        people.writeLock().lock();
        try {
            String person = TRAVELLERS.keySet().stream().sorted().toList().get(random.nextInt(TRAVELLERS.size()));
            if (random.nextInt(3) == 0) {
                return moveBatonsOf(person);
            }
            List<Task> away = tasks.createTaskQuery()
                    .processInstanceBusinessKey("absence-" + person)
                    .list();
            if (!away.isEmpty()) {
                complete("manager-1", away.get(0), Map.of());
                return person + " is back";
            }
            String substitute = random.nextInt(4) == 0 ? "" : person.replaceFirst("-.*", "-1");
            start(
                    "manager-1",
                    "absence",
                    Map.of(
                            "person",
                            person,
                            "firstDay",
                            HouseDay.today().minusDays(1).toString(),
                            "lastDay",
                            HouseDay.today().plusDays(2).toString(),
                            "substitute",
                            substitute));
            fire("absence-" + person, "absenceBegins");
            return person + " is away for " + substitute;
        } catch (ClientErrorException | Refusal refused) {
            return "REFUSED " + refused.getMessage();
        } finally {
            people.writeLock().unlock();
        }
    }

    private String moveBatonsOf(String person) {
        start("manager-1", "move-batons", Map.of("moveFrom", person, "moveWhy", "a game"));
        management.createJobQuery().messages().list().stream()
                .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().startsWith("move-baton"))
                .forEach(job -> management.executeJob(job.getId()));
        return "all batons of " + person + " are moved";
    }

    private void start(String person, String process, Map<String, Object> values) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        as(person, () -> forms.submitStartForm(definition, values));
    }

    @BeforeEach
    void travellersCome() {
        TRAVELLERS.forEach((person, group) -> {
            User user = identity.newUser(person);
            user.setPassword(person);
            identity.saveUser(user);
            identity.createMembership(person, group);
        });
    }

    @AfterEach
    void travellersGo() {
        TRAVELLERS.keySet().forEach(person -> {
            tasks.createTaskQuery()
                    .processInstanceBusinessKey("absence-" + person)
                    .list()
                    .forEach(away -> complete("manager-1", away, Map.of()));
            identity.deleteUser(person);
        });
    }

    /** A thousand relays fill the boxes of our people: whoever reads one behind us would look through all of it. */
    @AfterEach
    void mailIsRead() throws FolderException {
        mailServer.purgeEmailFromAllMailboxes();
    }

    /** The main contact confirms or corrects what was sent to them last; old summaries, too. */
    private boolean clientAnswers(LeadReference reference, Random random) {
        Contact contact = contacts.main(reference).orElseThrow();
        List<Summary> sent = summaries.sentTo(contact.id());
        if (sent.isEmpty()) {
            return false;
        }
        Summary summary = sent.get(random.nextInt(sent.size()));
        String form = "form-" + random.nextLong();
        if (random.nextBoolean()) {
            answers.confirm(contact, form, summary.id(), summary.version());
        } else {
            Map<String, String> said = Map.of("timeline", "rather in month " + random.nextInt(12));
            answers.correct(contact, form, summary.id(), summary.version(), said, null);
        }
        management.createJobQuery().messages().list().stream()
                .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().contains(form))
                .forEach(job -> management.executeJob(job.getId()));
        return true;
    }

    private String activityOf(Job job) {
        return job.getJobDefinitionId() == null
                ? "errand"
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId();
    }

    private String complete(Task task, Random random, List<String[]> done, Map<String, List<String>> texts) {
        List<String> able = able(task);
        String person = able.get(random.nextInt(able.size()));
        String form = forms.getTaskFormData(task.getId()).getCamundaFormRef().getKey();
        Map<String, Object> values = new FormFiller(random, texts).fill(form);
        if (values.containsKey("email") || values.containsKey("contactEmail")) {
            values.computeIfPresent(
                    "contactEmail",
                    (key, old) ->
                            "colleague" + random.nextInt(9) + "@" + task.getId().substring(0, 6) + ".example");
        }
        String what = person + " completes " + task.getTaskDefinitionKey() + " " + values;
        try {
            as(person, () -> {
                if (task.getAssignee() == null) {
                    tasks.claim(task.getId(), person);
                }
                forms.submitTaskForm(task.getId(), values);
            });
            done.add(new String[] {task.getId(), person});
            return what;
        } catch (ClientErrorException | Refusal refused) {
            seen.merge("refused", 1, Integer::sum);
            return what + " REFUSED " + refused.getMessage();
        }
    }

    /** Somebody's old browser page: refused in words, and nothing changes (the checks after the step see to that). */
    private String completeAgain(String[] taskAndPerson) {
        try {
            as(taskAndPerson[1], () -> forms.submitTaskForm(taskAndPerson[0], Map.of()));
        } catch (ClientErrorException | Refusal refused) {
            seen.merge("refused too late", 1, Integer::sum);
            return "too late";
        }
        throw new AssertionError("a task was completed twice");
    }

    private List<String> able(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        Set<String> able = new TreeSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (link.getUserId() != null) {
                able.add(link.getUserId());
            }
            if (link.getGroupId() != null) {
                identity.createUserQuery()
                        .memberOfGroup(link.getGroupId())
                        .list()
                        .forEach(user -> able.add(user.getId()));
            }
        }
        return List.copyOf(able);
    }

    /** In one transaction: many small ones would cost more than what they look at. */
    private void check(LeadReference reference) {
        transaction.executeWithoutResult(tx -> look(reference));
    }

    private void look(LeadReference reference) {
        Baton baton = batons.get(reference);
        List<LedgerEntry> changes = ledger.of(reference).stream()
                .filter(entry -> entry.type() == EntryType.HOLDER_CHANGED)
                .toList();
        Object holder = null;
        Instant since = Instant.EPOCH;
        for (LedgerEntry change : changes) {
            assertThat(change.detail().get("from")).as("who gives is who held").isEqualTo(holder);
            assertThat(change.at()).as("no overlap").isAfterOrEqualTo(since);
            holder = change.detail().get("to");
            since = change.at();
        }
        assertThat(baton.holder().value()).as("the holder on record").isEqualTo(holder);
        for (ProcessInstance instance : instancesOf(reference)) {
            Object known = runtime.getVariable(instance.getId(), Variables.HOLDER);
            if (known != null) {
                assertThat(known)
                        .as("the holder that %s knows", instance.getProcessDefinitionId())
                        .isEqualTo(holder);
            }
        }
        for (Task task : tasksOf(reference)) {
            assertThat(able(task))
                    .as("somebody can do %s", task.getTaskDefinitionKey())
                    .isNotEmpty();
        }
    }

    /** What leaves the house when a relay ends may still be on its way: mails to marketing, notices. */
    private void finishWhatIsLeft(LeadReference reference, List<String> steps) {
        for (int i = 0;
                i < 20 && !jobsOf(reference).isEmpty() && tasksOf(reference).isEmpty();
                i++) {
            Job job = jobsOf(reference).get(0);
            steps.add("last " + job.getId());
            management.executeJob(job.getId());
        }
    }

    private void nothingIsLeft(LeadReference reference) {
        assertThat(tasksOf(reference)).as("open tasks").isEmpty();
        assertThat(jobsOf(reference)).as("waiting jobs").isEmpty();
        assertThat(instancesOf(reference)).as("running processes").isEmpty();
        assertThat(count("select count(*) from offer where outcome = 'open' and reference = :r", reference))
                .as("open offers")
                .isZero();
        assertThat(count(
                        "select count(*) from summary where status in ('written', 'sent') and reference = :r",
                        reference))
                .as("summaries that wait")
                .isZero();
        assertThat(count(
                        "select count(*) from meeting where status in ('fixed', 'invited') and starts_at > current_timestamp and reference = :r",
                        reference))
                .as("invitations")
                .isZero();
        assertThat(count(
                        "select count(*) from support_request where state in ('asked', 'returned', 'accepted')"
                                + " and reference = :r",
                        reference))
                .as("requests to join a meeting")
                .isZero();
        assertThat(batons.get(reference).state()).isIn(Baton.State.FINISHED, Baton.State.CLOSED);
    }

    private int count(String sql, LeadReference reference) {
        return jdbc.sql(sql).param("r", reference.value()).query(Integer.class).single();
    }

    private boolean isOpen(LeadReference reference) {
        Baton.State state = batons.get(reference).state();
        return state != Baton.State.FINISHED && state != Baton.State.CLOSED;
    }

    private List<Task> tasksOf(LeadReference reference) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .list();
    }

    private List<ProcessInstance> instancesOf(LeadReference reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .list();
    }

    private List<Job> jobsOf(LeadReference reference) {
        List<Job> jobs = new ArrayList<>();
        instancesOf(reference)
                .forEach(instance -> jobs.addAll(management
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .list()));
        return jobs;
    }

    private NewLead lead(int seed, Random random) {
        boolean known = random.nextInt(3) > 0;
        String organisation = "Random " + seed + " Ltd";
        return new NewLead(
                "Client " + seed,
                "client@random-" + seed + "-" + System.identityHashCode(this) + ".example",
                organisation,
                null,
                null,
                null,
                null,
                null,
                known ? "fair" : null,
                null,
                null,
                known ? "our page" : null,
                known ? "nobody yet" : null,
                known ? NOT_SHARED : null,
                random.nextInt(10) == 0 ? HouseDay.today().plusDays(20) : null,
                random.nextInt(3) == 0);
    }

    /** Mostly what an ordinary person would choose, so that relays get far; now and then everything else. */
    private static Map<String, List<String>> sensible(Random random) {
        Map<String, List<String>> texts = new HashMap<>();
        texts.put(
                "newReceiver",
                List.of(
                        "group:sdr",
                        "group:partner",
                        "group:partner",
                        "partner-1",
                        "sdr-2",
                        "group:csm",
                        "csm-1",
                        "ae-1",
                        "group:customer-service"));
        texts.put("alsoTo", List.of(""));
        texts.put("contactEmail", List.of("colleague@random.example"));
        texts.put("supportBy", List.of("", "", "sales-support-1", "manager-1"));
        texts.put(
                "promises",
                List.of(
                        "",
                        "Send the data sheet | us | 2027-01-15",
                        "Two promises\nAccess to the test system | client | 2027-02-01"));
        if (random.nextInt(4) > 0) {
            texts.put(
                    "decision",
                    List.of("accept", "accept", "accept", "accept", "accept", "accept", "return", "not-ours"));
            texts.put(
                    "outcome",
                    List.of(
                            "qualified",
                            "qualified",
                            "qualified",
                            "qualified",
                            "qualified",
                            "not-reached",
                            "recycle",
                            "recycle"));
            texts.put(
                    "dealDecision",
                    List.of(
                            "won",
                            "won",
                            "contract",
                            "summary",
                            "meeting",
                            "meeting",
                            "support",
                            "support",
                            "information"));
            texts.put("contractDecision", List.of("approve", "approve", "changes", "refuse"));
            texts.put("revisionDecision", List.of("back-to-legal", "back-to-legal", "give-up"));
            texts.put("deviations", List.of("", "60 days to pay | client | 2027-02-01\nSupport at weekends"));
            texts.put("promiseDecision", List.of("kept", "kept", "kept", "moved", "dropped"));
            texts.put("droppedDecision", List.of("reassign", "take"));
            texts.put("settleDecision", List.of("mend", "reassign", "take"));
        }
        return texts;
    }

    /** What brings a relay home. */
    private static Map<String, List<String>> wished(Random random) {
        Map<String, List<String>> texts = sensible(random);
        texts.put("decision", List.of("accept"));
        texts.put("outcome", List.of("qualified"));
        texts.put("dealDecision", List.of("contract", "won", "won"));
        texts.put("contractDecision", List.of("approve"));
        texts.put("promiseDecision", List.of("kept"));
        texts.put("promises", List.of(""));
        texts.put("droppedDecision", List.of("reassign"));
        texts.put("settleDecision", List.of("mend"));
        return texts;
    }
}
