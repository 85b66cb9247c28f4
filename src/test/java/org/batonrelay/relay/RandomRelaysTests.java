package org.batonrelay.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.ws.rs.ClientErrorException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.RunningBaton;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.OnHold;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.engine.Refusal;
import org.batonrelay.handoff.Handoffs;
import org.batonrelay.lead.AutomaticMail;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.mending.Life;
import org.batonrelay.mending.OneLook;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays relays at random: whoever may act does something that their form allows, timers fire, people come too late,
 * relays are closed in the middle, an administrator lays hands on them. After every step what must always hold is
 * checked. Each build plays a few that nobody has played before. A failure names its seed:
 * {@code -Dbaton.random-seed=17 -Dbaton.random-relays=1} plays that one alone, {@code -Dbaton.random-relays=1000} more
 * than a build has time for.
 *
 * <p>Long because a game and its rules are read together.
 */
class RandomRelaysTests extends RunningBaton {

    private static final Logger LOG = LoggerFactory.getLogger(RandomRelaysTests.class);

    private static final int RELAYS = Integer.getInteger("baton.random-relays", 80);
    private static final int SEED = Integer.getInteger("baton.random-seed", new Random().nextInt(1_000_000));
    private static final int STEPS = 45;

    /** One relay in so many is run by people who want to get it home: chance alone hardly ever does. */
    private static final int PURPOSEFUL = 8;

    /** What the decision partner-sharing shares with partners who hold the lead, and with no others. */
    private static final String NOT_SHARED = "fewer dropped leads";

    /** Our people's notes are for no partner. */
    private static final String PRIVATE = "among us about ";

    /** Those who go away and come back, and their groups: what other tests have left is not theirs. */
    private static final Map<String, String> TRAVELLERS =
            Map.of("sdr-traveller", "sdr", "ae-traveller", "ae", "csm-traveller", "csm");

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
    AutomaticMail automaticMail;

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

    @Autowired
    Life life;

    @Autowired
    OnHold onHold;

    @Autowired
    OneLook oneLook;

    /** What somebody has seen of a task stays true until they have done it: people change between the steps only. */
    private final ReadWriteLock people = new ReentrantReadWriteLock();

    private int changesOfPeople;

    /** What happened, and how often: entries of the ledger, moves of the game, what was refused and checked. */
    private final Map<String, Integer> seen = new ConcurrentSkipListMap<>();

    @Test
    void neverLosesABatonWhateverPeopleAndClocksDo() throws InterruptedException {
        // what one lead does must not disturb another; a table waits now and then, so there is one more than two cores
        // need
        AtomicBoolean pending = new AtomicBoolean(true);
        ExecutorService tables = Executors.newFixedThreadPool(3);
        Instant begin = Instant.now();
        LOG.info("plays {} relays from seed {}", RELAYS, SEED);
        try {
            List<Future<?>> games = IntStream.range(SEED, SEED + RELAYS)
                    .<Future<?>>mapToObj(seed -> tables.submit(() -> {
                        if (pending.get()) {
                            new Game(seed).play();
                        }
                    }))
                    .toList();
            for (int i = 0; i < RELAYS; i++) {
                games.get(i).get();
                if ((i + 1) % 100 == 0 || i + 1 == RELAYS) {
                    LOG.info("{} of {} relays played in {} s, {}", i + 1, RELAYS, seconds(begin), processor());
                }
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        } finally {
            // the other tables play their games to the end: whatever they do later would trouble the tests behind us
            pending.set(false);
            tables.shutdown();
            if (!tables.awaitTermination(5, TimeUnit.MINUTES)) {
                LOG.warn("a game is still going on");
            }
        }
        LOG.info("seeds {} to {}: {}", SEED, SEED + RELAYS - 1, seen);
        wasNoWeakGame();
    }

    private static long seconds(Instant begin) {
        return Instant.now().getEpochSecond() - begin.getEpochSecond();
    }

    private static String processor() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(used -> used.toSeconds() + " s of processor time since the start")
                .orElse("");
    }

    /** A player that got nowhere would prove nothing. One that plays a single game again proves what it is asked. */
    private void wasNoWeakGame() {
        if (RELAYS >= 50) {
            assertThat(seen.keySet())
                    .contains(
                            "handoff.accepted", "handoff.returned", "handoff.dropped", "summary.sent", "leg.finished");
        }
        if (RELAYS >= 300) {
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
                            "contact.opted-out",
                            "contact.opted-in",
                            "refused too late");
            List.of(
                            "substitute.acted",
                            "message.passed-on",
                            "callback.answered",
                            "handoff.recalled",
                            "handoff.expired",
                            "leg.sent-back",
                            "contract.revised",
                            "readiness.said",
                            "meeting.rated",
                            "a partner saw their lead",
                            "a partner saw an offer",
                            "a clock meets a client who wants no reminder",
                            "a phase is unlocked",
                            "unlocking is refused",
                            "an administrator cancels",
                            "an administrator skips",
                            "an administrator suspends",
                            "an administrator activates",
                            "an administrator deletes a clock",
                            "an administrator moves a clock",
                            "an administrator stops a clock",
                            "an administrator lets a clock run out",
                            "an administrator restarts in vain",
                            "an administrator deletes a version in vain",
                            "relay.parted",
                            "relay.mended",
                            "a customer wants more",
                            "more is refused to a running relay")
                    .forEach(what -> assertThat(seen.getOrDefault(what, 0))
                            .as("how often in %s games: %s", RELAYS, what)
                            .isGreaterThanOrEqualTo(Math.max(1, RELAYS / 500)));
        }
    }

    private void happened(String what) {
        seen.merge(what, 1, Integer::sum);
    }

    /** One lead from its first day to its last, and what its customer wants after that. */
    class Game {

        private final int seed;
        private final Random random;
        private final boolean purposeful;
        private final Caller partner = new Caller(port, "partner-1");
        private final List<String> steps = new ArrayList<>();
        private final List<String[]> done = new ArrayList<>();

        /** Who wants no automatic mail, and how much of it they had by then. */
        private final Map<String, Long> silent = new HashMap<>();

        private LeadReference reference;
        private Baton baton;
        private Situation now;
        private int peopleKnown;

        /** Whether an administrator has laid hands on this lead: what they have broken may show later. */
        private boolean touched;

        /** Whether they may. */
        private boolean hands = true;

        Game(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.purposeful = seed % PURPOSEFUL == 0;
        }

        void play() {
            try {
                undisturbed(() -> {
                    reference = byPage(
                            "website", () -> relays.capture(lead(seed, random)).reference());
                    begin();
                });
                playLead(purposeful ? 3 * STEPS : STEPS);
                undisturbed(() -> {
                    if (baton.state() == Baton.State.FINISHED && wantsMore()) {
                        begin();
                    }
                });
                if (isOpen()) {
                    playLead(STEPS);
                }
            } catch (Throwable e) {
                throw told(e);
            }
        }

        /** Plays a lead to its end that was under way before. */
        void goOn(LeadReference known) {
            try {
                undisturbed(() -> {
                    reference = known;
                    hands = false;
                    check();
                });
                playLead(3 * STEPS);
            } catch (Throwable e) {
                throw told(e);
            }
        }

        private AssertionError told(Throwable e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            List<StackTraceElement> where = Stream.of(cause.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("org.batonrelay"))
                    .limit(3)
                    .toList();
            return new AssertionError(
                    "seed %s (%s): %s, from %s at %s, after %s".formatted(seed, reference, e, cause, where, steps), e);
        }

        private void begin() {
            notes.write(reference, "sdr-1", PRIVATE + reference);
            check();
        }

        private void playLead(int most) {
            for (int i = 0; i < most && isOpen(); i++) {
                boolean onward = purposeful && random.nextInt(3) > 0;
                if (!onward && random.nextInt(40) == 0) {
                    steps.add(peopleComeAndGo(random));
                    undisturbed(this::check);
                } else {
                    undisturbed(() -> {
                        steps.add(onward ? stepOn() : step());
                        check();
                    });
                }
            }
            undisturbed(this::end);
            ledger.of(reference).forEach(entry -> happened(entry.type().id()));
        }

        private void undisturbed(Runnable act) {
            people.readLock().lock();
            try {
                if (peopleKnown != changesOfPeople && reference != null) {
                    check();
                }
                peopleKnown = changesOfPeople;
                act.run();
            } finally {
                people.readLock().unlock();
            }
        }

        private void end() {
            if (isOpen()) {
                close("the game is over");
                check();
            }
            finishWhatIsLeft();
            nothingIsLeft();
        }

        /** The next task is done as one would wish; where there is none, a clock runs out. */
        private String stepOn() {
            if (onHold.isHeld(reference)) {
                return whileOnHold();
            }
            if (now.tasks().isEmpty() || (!now.jobs().isEmpty() && random.nextInt(5) == 0)) {
                return fire(any(now.jobs()));
            }
            return complete(any(now.tasks()), Wishes.wished(random));
        }

        private String step() {
            if (onHold.isHeld(reference)) {
                return whileOnHold();
            }
            if (hands && random.nextInt(30) == 0) {
                return administratorsHands();
            }
            int dice = random.nextInt(100);
            if (dice < 2) {
                return close("enough");
            }
            if (dice < 7 && !done.isEmpty()) {
                return completeAgain(any(done));
            }
            if (dice < 18 && clientAnswers()) {
                return "the client answers";
            }
            if (dice < 20) {
                return clientStopsOrResumesReminders();
            }
            if (dice < 24) {
                return actsUnasked();
            }
            // seldom where they have no business, often where something of theirs might slip through
            if (dice == 24 || (concernsPartners() && random.nextBoolean())) {
                return aPartnerLooks();
            }
            if (dice < 40 && baton.leg() == Leg.ONBOARDING) {
                return unlocksPhase();
            }
            if (!now.tasks().isEmpty() && (now.jobs().isEmpty() || dice < 80)) {
                Situation.Open task = any(now.tasks());
                // outside teams take their time: what they let lie comes back
                boolean lies = task.key().equals("takeBaton")
                        && task.able().stream().allMatch(RandomRelaysTests::isPartner)
                        && !now.jobs().isEmpty()
                        && random.nextInt(3) > 0;
                return lies ? fire(lastClock()) : complete(task, Wishes.sensible(random));
            }
            if (!now.jobs().isEmpty()) {
                return fire(any(now.jobs()));
            }
            if (touched && now.processes().stream().anyMatch(this::hasIncident)) {
                // a clock was deleted by hand: managers see its incident, and this is what they can do
                return close("its clock is gone");
            }
            throw new AssertionError("an open relay in which nobody can do anything and no clock runs");
        }

        /** Past all tasks. What nobody can go on with after that, the check puts into a manager's hands at once. */
        private String administratorsHands() {
            String what = any(List.of(
                    "cancels",
                    "skips",
                    "suspends",
                    "deletes a clock",
                    "moves a clock",
                    "lets a clock run out",
                    "stops a clock",
                    "migrates",
                    "restarts",
                    "deletes a version"));
            Situation.Running process = any(now.processes());
            List<Situation.Waiting> clocks = now.jobs().stream()
                    .filter(job -> !job.activity().equals("errand"))
                    .toList();
            try {
                as("admin", () -> {
                    switch (what) {
                        case "cancels" -> runtime.deleteProcessInstance(process.id(), "a game");
                        case "skips" -> {
                            if (!now.tasks().isEmpty()) {
                                Situation.Open task = any(now.tasks());
                                runtime.createProcessInstanceModification(task.instance())
                                        .cancelAllForActivity(task.key())
                                        .execute();
                            }
                        }
                        case "suspends" -> runtime.suspendProcessInstanceById(process.id());
                        // a model that is on its way does not migrate
                        case "migrates" ->
                            runtime.newMigration(runtime.createMigrationPlan(process.definition(), process.definition())
                                            .mapEqualActivities()
                                            .build())
                                    .processInstanceIds(process.id())
                                    .execute();
                        case "restarts" ->
                            runtime.restartProcessInstances(process.definition())
                                    .processInstanceIds(process.id())
                                    .startBeforeActivity("takeBaton")
                                    .execute();
                        case "deletes a version" ->
                            engine.getRepositoryService().deleteProcessDefinition(process.definition(), true);
                        default -> {
                            if (!clocks.isEmpty()) {
                                onClock(what, any(clocks).id());
                            }
                        }
                    }
                });
            } catch (ProcessEngineException refused) {
                assertThat(what.equals("migrates")
                                || refused instanceof AuthorizationException
                                || refused instanceof BadUserRequestException
                                || refused instanceof OptimisticLockingException)
                        .as("%s is refused as it should: %s", what, refused)
                        .isTrue();
                happened("an administrator " + what + " in vain");
                return "an administrator " + what + " " + process.definition() + " REFUSED " + refused.getMessage();
            }
            happened("an administrator " + what);
            touched = true;
            boolean lost = isOpenNow() && life.look(reference).isPresent();
            oneLook.at(reference);
            if (lost) {
                assertThat(count("select count(*) from ACT_RU_TASK T join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_"
                                + " where T.TASK_DEF_KEY_ = 'mendRelay' and E.BUSINESS_KEY_ = :r"))
                        .as("managers are asked about it, once")
                        .isOne();
                happened("a standstill that managers are told of");
            }
            return "an administrator " + what + " " + process.definition();
        }

        private void onClock(String what, String clock) {
            switch (what) {
                case "deletes a clock" -> management.deleteJob(clock);
                case "moves a clock" ->
                    management.setJobDuedate(clock, Date.from(Instant.now().plusSeconds(60)));
                case "stops a clock" -> management.suspendJobById(clock);
                default -> management.executeJob(clock);
            }
        }

        private boolean isOpenNow() {
            Baton.State state = batons.get(reference).state();
            return state != Baton.State.FINISHED && state != Baton.State.CLOSED;
        }

        /** Nobody gets anywhere until it is set going again. */
        private String whileOnHold() {
            List<Situation.Open> held = now.tasks().stream()
                    .filter(task -> !task.key().equals("mendRelay"))
                    .toList();
            if (!held.isEmpty() && random.nextInt(3) == 0) {
                assertThatThrownBy(() -> complete(any(held), Wishes.sensible(random)))
                        .hasMessageContaining("put this process on hold");
                return "on hold";
            }
            as(
                    "admin",
                    () -> runtime.activateProcessInstanceById(any(now.processes().stream()
                                    .filter(it ->
                                            it.definition().matches("(relay|handoff|qualification|deal|onboarding):.*"))
                                    .toList())
                            .id()));
            happened("an administrator activates");
            assertThat(onHold.isHeld(reference)).isFalse();
            return "an administrator activates";
        }

        /** Of the clocks of an offer the one that ends it, where it runs: chance alone hardly ever gets that far. */
        private Situation.Waiting lastClock() {
            return now.jobs().stream()
                    .filter(job -> job.activity().equals("dropDue"))
                    .findFirst()
                    .orElseGet(() -> any(now.jobs()));
        }

        private String close(String why) {
            byPage("manager-1", () -> {
                relays.close(reference, why);
                return null;
            });
            happened("a manager closes");
            return "close";
        }

        private String fire(Situation.Waiting job) {
            execute(job.id());
            happened("a clock: " + job.activity());
            if (!silent.isEmpty() && job.activity().startsWith("remindClient")) {
                happened("a clock meets a client who wants no reminder");
            }
            return "fire " + job.activity();
        }

        private String complete(Situation.Open task, Map<String, List<String>> texts) {
            String person = any(List.copyOf(task.able()));
            String form = forms.getTaskFormData(task.id()).getCamundaFormRef().getKey();
            Map<String, Object> values = new FormFiller(random, texts).fill(form);
            if (values.containsKey("email") || values.containsKey("contactEmail")) {
                values.computeIfPresent(
                        "contactEmail",
                        (key, old) -> "colleague" + random.nextInt(9) + "@"
                                + task.id().substring(0, 6) + ".example");
            }
            String what = person + " completes " + task.key() + " " + values;
            try {
                as(person, () -> {
                    if (task.assignee() == null) {
                        tasks.claim(task.id(), person);
                    }
                    forms.submitTaskForm(task.id(), values);
                });
                done.add(new String[] {task.id(), person});
                happened("completed: " + task.key());
                return what;
            } catch (ClientErrorException | Refusal refused) {
                if (onHold.isHeld(reference)) {
                    throw refused;
                }
                happened("refused: " + task.key());
                return what + " REFUSED " + refused.getMessage();
            }
        }

        /** Somebody's old browser page: refused in words, and nothing changes (the checks after the step see to that). */
        private String completeAgain(String[] taskAndPerson) {
            try {
                as(taskAndPerson[1], () -> forms.submitTaskForm(taskAndPerson[0], Map.of()));
            } catch (ClientErrorException | Refusal refused) {
                happened("refused too late");
                return "too late";
            }
            throw new AssertionError("a task was completed twice");
        }

        /** The main contact confirms or corrects what was sent to them last; old summaries, too. */
        private boolean clientAnswers() {
            Contact contact = contacts.main(reference).orElseThrow();
            List<Summary> sent = summaries.sentTo(contact.id());
            if (sent.isEmpty()) {
                return false;
            }
            Summary summary = any(sent);
            String form = "form-" + random.nextLong();
            if (random.nextBoolean()) {
                answers.confirm(contact, form, summary.id(), summary.version());
            } else {
                Map<String, String> said = Map.of("timeline", "rather in month " + random.nextInt(12));
                answers.correct(contact, form, summary.id(), summary.version(), said, null);
            }
            executeMessages(configuration -> configuration.contains(form));
            happened("the client answers");
            return true;
        }

        /** The client has enough of automatic mail, or wants it again. */
        private String clientStopsOrResumesReminders() {
            Contact contact = contacts.main(reference).orElseThrow();
            String address = String.valueOf(contact.email());
            if (contact.wantsAutomaticMail()) {
                automaticMail.stop(contact, "client:" + address);
                silent.put(address, automaticMailTo(address));
                return "no reminders to " + address;
            }
            nothingAutomaticIsSent();
            silent.remove(address);
            automaticMail.resume(contact, "client:" + address);
            return "reminders to " + address;
        }

        /** What people may do past their tasks: ask an earlier runner, pass a question on, send a customer back, recall. */
        private String actsUnasked() {
            String person = any(List.of("sdr-1", "ae-1", "csm-1", "manager-1"));
            String what = any(List.of("call-back", "pass-on", "send-back", "recall", "new-interest"));
            happened("unasked: " + what);
            try {
                switch (what) {
                    case "recall" -> {
                        String giver = baton.holder().value();
                        byPage(giver, () -> {
                            handoffs.recall(reference, giver);
                            return null;
                        });
                    }
                    case "send-back" -> {
                        Map<String, Object> said = new FormFiller(random, Map.of()).fill(what);
                        said.put("reference", reference.value());
                        start(baton.holder().value(), what, said);
                    }
                    case "new-interest" -> {
                        startNextRelay(person);
                        throw new AssertionError("a second relay beside the one that runs");
                    }
                    default ->
                        start(person, what, Map.of("reference", reference.value(), "question", "Which plant is it?"));
                }
                return person + " starts " + what;
            } catch (ClientErrorException | AuthorizationException | Refusal refused) {
                if (what.equals("new-interest")) {
                    happened("more is refused to a running relay");
                }
                return person + " starts " + what + " REFUSED " + refused.getMessage();
            }
        }

        /** The holder or a manager does not wait for the phases before, and says why; others, and without, in vain. */
        private String unlocksPhase() {
            String person = any(List.of("manager-1", baton.holder().id(), "sdr-2"));
            String page = "/leads/" + reference;
            String why = random.nextInt(4) == 0 ? " " : "Their audit is on Monday.";
            int answer = new Caller(port, person)
                    .submit(page, page + "/next-phase", Map.of("reason", why))
                    .statusCode();
            assertThat(answer)
                    .as("%s begins the next phase, because '%s'", person, why)
                    .isIn(303, 401, 403, 404, 409);
            assertThat(answer == 303 && why.isBlank()).as("without a reason").isFalse();
            happened(answer == 303 ? "a phase is unlocked" : "unlocking is refused");
            return person + " begins the next phase: " + answer;
        }

        /** A customer who is up and running wants more: a relay of its own, which is played as well. */
        private boolean wantsMore() {
            String person = any(List.of(baton.holder().value(), "manager-1", "csm-1", "customer-service-1"));
            LeadReference customer = reference;
            try {
                startNextRelay(person);
            } catch (ClientErrorException | AuthorizationException | Refusal refused) {
                happened("more is refused to " + person);
                return false;
            }
            happened("a customer wants more");
            reference = new LeadReference(jdbc.sql("select reference from continued_lead where earlier = :earlier")
                    .param("earlier", customer.value())
                    .query(String.class)
                    .single());
            steps.add(customer + " wants more: " + reference);
            assertThat(contacts.of(reference))
                    .extracting(Contact::name)
                    .as("contacts come along")
                    .containsExactlyInAnyOrderElementsOf(
                            contacts.of(customer).stream().map(Contact::name).toList());
            return true;
        }

        private void startNextRelay(String person) {
            start(
                    person,
                    "new-interest",
                    Map.of("reference", reference.value(), "needs", NOT_SHARED, "nextSteps", "The AE calls on Friday"));
        }

        private boolean concernsPartners() {
            return isPartner(baton.holder().id())
                    || now.tasks().stream()
                            .flatMap(task -> task.able().stream())
                            .anyMatch(RandomRelaysTests::isPartner);
        }

        /** Every answer that a partner gets about this lead, whether it is offered to them, theirs, or none of their business. */
        private String aPartnerLooks() {
            List<String> asked = new ArrayList<>(List.of(
                    "/api/leads/" + reference,
                    "/api/leads?q=" + reference,
                    "/leads/" + reference + "/tab",
                    "/engine-rest/task?processInstanceBusinessKey=" + reference,
                    "/engine-rest/process-instance?businessKey=" + reference,
                    "/engine-rest/history/process-instance?processInstanceBusinessKey=" + reference));
            for (Situation.Open task : now.tasks()) {
                asked.add("/engine-rest/task/" + task.id() + "/form-variables");
                asked.add("/engine-rest/task/" + task.id() + "/variables?deserializeValues=false");
                asked.add("/engine-rest/variable-instance?processInstanceIdIn=" + task.instance());
            }
            boolean theirs = isPartner(baton.holder().id());
            boolean toldAnything = false;
            for (String address : asked) {
                HttpResponse<String> answer = partner.get(address);
                toldAnything |= answer.statusCode() == 200 && answer.body().contains(reference.value());
                assertThat(answer.body())
                        .as("what a partner is told by %s", address)
                        .doesNotContain(PRIVATE + reference)
                        .satisfies(body -> assertThat(theirs || !body.contains(NOT_SHARED))
                                .as("shared with whoever holds it only: %s", body)
                                .isTrue());
                happened("checked: an answer to a partner");
            }
            happened(
                    theirs
                            ? "a partner saw their lead"
                            : toldAnything ? "a partner saw an offer" : "a partner saw nothing");
            return "a partner looks";
        }

        private boolean isOpen() {
            return baton.state() != Baton.State.FINISHED && baton.state() != Baton.State.CLOSED;
        }

        /** What must always hold. In one transaction: many small ones would cost more than what they look at. */
        private void check() {
            if (touched && isOpenNow() && life.look(reference).isPresent()) {
                oneLook.at(reference);
            }
            transaction.executeWithoutResult(tx -> look());
            nothingAutomaticIsSent();
            happened("checked: what must always hold");
        }

        private void look() {
            baton = batons.get(reference);
            now = Situation.of(reference, jdbc);
            goesOn();
            List<LedgerEntry> changes = ledger.of(reference).stream()
                    .filter(entry -> entry.type() == EntryType.HOLDER_CHANGED)
                    .toList();
            Object holder = null;
            Instant since = Instant.EPOCH;
            for (LedgerEntry change : changes) {
                assertThat(change.detail().get("from"))
                        .as("who gives is who held")
                        .isEqualTo(holder);
                assertThat(change.at()).as("no overlap").isAfterOrEqualTo(since);
                holder = change.detail().get("to");
                since = change.at();
            }
            assertThat(baton.holder().value()).as("the holder on record").isEqualTo(holder);
            for (Situation.Running process : now.processes()) {
                if (process.holder() != null) {
                    assertThat(process.holder())
                            .as("the holder that %s knows", process.definition())
                            .isEqualTo(holder);
                }
            }
            for (Situation.Open task : now.tasks()) {
                assertThat(task.able()).as("somebody can do %s", task.key()).isNotEmpty();
            }
        }

        /** The check finds nothing; where an administrator's hands were in it, nothing that managers are not told of. */
        private void goesOn() {
            if (now.tasks().stream().noneMatch(task -> task.key().equals("mendRelay"))) {
                assertThat(life.look(reference)).as("what cannot go on").isEmpty();
            }
        }

        /** Whoever has said that they want no automatic mail gets none, whichever clock runs out. */
        private void nothingAutomaticIsSent() {
            silent.forEach((address, before) -> assertThat(automaticMailTo(address))
                    .as("automatic mails to %s, who wants none", address)
                    .isEqualTo(before));
        }

        /** What leaves the house when a relay ends may still be on its way: mails to marketing, notices. */
        private void finishWhatIsLeft() {
            for (int i = 0; i < 20 && !now.jobs().isEmpty() && now.tasks().isEmpty(); i++) {
                steps.add("last " + fire(now.jobs().get(0)));
                check();
            }
        }

        private void nothingIsLeft() {
            assertThat(now.tasks()).as("open tasks").isEmpty();
            assertThat(now.jobs()).as("waiting jobs").isEmpty();
            // a branch beside the relay whose job was deleted by hand cannot end, and has an incident that says so
            assertThat(now.processes())
                    .filteredOn(process -> !touched || !hasIncident(process))
                    .as("running processes")
                    .isEmpty();
            assertThat(count("select count(*) from offer where outcome = 'open' and reference = :r"))
                    .as("open offers")
                    .isZero();
            assertThat(count("select count(*) from summary where status in ('written', 'sent') and reference = :r"))
                    .as("summaries that wait")
                    .isZero();
            assertThat(
                            count(
                                    "select count(*) from meeting where status in ('fixed', 'invited') and starts_at > current_timestamp and reference = :r"))
                    .as("invitations")
                    .isZero();
            assertThat(count("select count(*) from support_request where state in ('asked', 'returned', 'accepted')"
                            + " and reference = :r"))
                    .as("requests to join a meeting")
                    .isZero();
            assertThat(baton.state()).isIn(Baton.State.FINISHED, Baton.State.CLOSED);
        }

        private boolean hasIncident(Situation.Running process) {
            return runtime.createIncidentQuery().processInstanceId(process.id()).count() > 0;
        }

        private int count(String sql) {
            return jdbc.sql(sql)
                    .param("r", reference.value())
                    .query(Integer.class)
                    .single();
        }

        private <T> T any(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
    }

    private static boolean isPartner(String id) {
        return id.startsWith("partner");
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
            changesOfPeople++;
            people.writeLock().unlock();
        }
    }

    private String moveBatonsOf(String person) {
        start("manager-1", "move-batons", Map.of("moveFrom", person, "moveWhy", "a game"));
        executeMessages(configuration -> configuration.startsWith("move-baton"));
        return "all batons of " + person + " are moved";
    }

    private void executeMessages(Predicate<String> configuration) {
        management.createJobQuery().messages().list().stream()
                .filter(job -> configuration.test(((JobEntity) job).getJobHandlerConfigurationRaw()))
                .forEach(job -> execute(job.getId()));
    }

    /** As the engine's own executor does it: leads share a turn now and then, and whoever lost a race tries again. */
    private void execute(String job) {
        for (int lost = 0; lost < 3; lost++) {
            try {
                management.executeJob(job);
                return;
            } catch (OptimisticLockingException e) {
                LOG.info("a clock lost a race", e);
                happened("a clock lost a race");
            }
        }
        management.executeJob(job);
    }

    private long automaticMailTo(String address) {
        GreenMailUser reader = mailServer.getUserManager().getUserByEmail(address);
        if (reader == null) {
            return 0;
        }
        try {
            long automatic = 0;
            for (StoredMessage mail : mailServer
                    .getManagers()
                    .getImapHostManager()
                    .getInbox(reader)
                    .getMessages()) {
                automatic += mail.getMimeMessage().getHeader("Auto-Submitted") == null ? 0 : 1;
            }
            return automatic;
        } catch (FolderException | MessagingException e) {
            throw new AssertionError(e);
        }
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
            identity.deleteUser(person);
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

    private NewLead lead(int seed, Random random) {
        boolean known = random.nextInt(3) > 0;
        String organisation = "Random " + seed + " Ltd";
        return NewLead.of(
                        "Client " + seed,
                        "client@random-" + seed + "-" + System.identityHashCode(this) + ".example",
                        organisation)
                .with(LeadField.SEGMENT, random.nextBoolean() ? "enterprise" : null)
                .with(LeadField.SOURCE, known ? "fair" : null)
                .with(LeadField.KNOWS, known ? "our page" : null)
                .with(LeadField.SPOKEN_WITH, known ? "nobody yet" : null)
                .with(LeadField.NEEDS, known ? NOT_SHARED : null)
                .with(
                        LeadField.CONTACT_NOT_BEFORE,
                        random.nextInt(10) == 0 ? HouseDay.today().plusDays(20) : null)
                .with(LeadField.WANTS_CONTACT, random.nextInt(3) == 0);
    }
}
