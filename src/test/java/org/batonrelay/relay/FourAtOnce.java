package org.batonrelay.relay;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.ws.rs.ClientErrorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Four people at a robot's speed on the same few leads, while the job executor sends what they have caused: whoever may
 * act completes a task, a client answers, somebody writes a note. What every mail server would have seen is counted at
 * the end. Needs a Baton whose job executor runs.
 */
@Component
@Lazy
public class FourAtOnce {

    private static final Logger LOG = LoggerFactory.getLogger(FourAtOnce.class);
    private static final String CLIENTS = "once.example";
    private static final int PEOPLE = 4;
    private static final int OPEN_LEADS = 3;
    private static final int STEPS_A_LEAD = 60;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final String SOON = "current_timestamp + interval '2' minute";

    private final Relays relays;
    private final Batons batons;
    private final Contacts contacts;
    private final Summaries summaries;
    private final ClientAnswers answers;
    private final Correspondence correspondence;
    private final Notes notes;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final GreenMail mailServer;

    FourAtOnce(
            Relays relays,
            Batons batons,
            Contacts contacts,
            Summaries summaries,
            ClientAnswers answers,
            Correspondence correspondence,
            Notes notes,
            TaskService tasks,
            FormService forms,
            IdentityService identity,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            GreenMail mailServer) {
        this.relays = relays;
        this.batons = batons;
        this.contacts = contacts;
        this.summaries = summaries;
        this.answers = answers;
        this.correspondence = correspondence;
        this.notes = notes;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.mailServer = mailServer;
    }

    /**
     * @param mails to clients, as the mail server has them
     * @param surplus of them, those whose Message-ID had come before
     * @param unsent what should have gone and is not there
     * @param unrecorded mails that a server has, and the ledger has not, or not once
     * @param sentAway people who were told that something went wrong
     */
    public record Result(
            long seed,
            int mails,
            int surplus,
            List<String> unsent,
            List<String> unrecorded,
            long deadlocks,
            List<String> sentAway,
            Map<String, Integer> happened) {}

    /** @param mails to clients, after which nobody begins anything new */
    public Result play(int mails, long seed) throws InterruptedException {
        return new Game(mails, seed).play();
    }

    private final class Game {

        private final int wanted;
        private final long seed;
        private final long deadlocksBefore = deadlocks();
        private final Instant begin = Instant.now();
        private final AtomicInteger made = new AtomicInteger();
        private final Map<String, Integer> happened = new ConcurrentSkipListMap<>();
        private final List<String> sentAway = new CopyOnWriteArrayList<>();
        private final List<Played> open = new CopyOnWriteArrayList<>();
        private final Set<String> all = java.util.concurrent.ConcurrentHashMap.newKeySet();

        Game(int wanted, long seed) {
            this.wanted = wanted;
            this.seed = seed;
        }

        private record Played(LeadReference reference, String address, AtomicInteger steps) {}

        Result play() throws InterruptedException {
            for (int i = 0; i < OPEN_LEADS; i++) {
                open.add(next(new Random(seed + 100 + i)));
            }
            ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Random random = new Random(seed + i);
                work.add(people.submit(() -> {
                    while (sentMails() < wanted) {
                        for (int step = 0; step < 10; step++) {
                            act(random);
                        }
                    }
                }));
            }
            for (Future<?> one : work) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    throw new AssertionError("seed " + seed, e.getCause());
                }
            }
            people.shutdown();
            LOG.info("seed {}: {} mails after {}", seed, sentMails(), Duration.between(begin, Instant.now()));
            waitForJobs();
            return count();
        }

        private Played next(Random random) {
            int number = made.incrementAndGet();
            String address = "client@" + Long.toString(seed, 36) + "-" + number + "." + CLIENTS;
            NewLead lead = NewLead.of(
                            "Client " + number, address, "Once " + Long.toString(seed, 36) + " " + number + " Ltd")
                    .with(LeadField.LANGUAGE, random.nextBoolean() ? "de" : "en")
                    .with(LeadField.SOURCE, "fair")
                    .with(LeadField.KNOWS, "our page")
                    .with(LeadField.SPOKEN_WITH, "nobody yet")
                    .with(LeadField.NEEDS, "a quicker start")
                    .with(LeadField.WANTS_CONTACT, true);
            Played played = new Played(
                    as("website", true, () -> relays.capture(lead).reference()), address, new AtomicInteger());
            all.add(played.reference().value());
            return played;
        }

        private void act(Random random) {
            int place = random.nextInt(OPEN_LEADS);
            Played lead = open.get(place);
            if (lead.steps().incrementAndGet() == STEPS_A_LEAD || !isOpen(lead.reference())) {
                open.set(place, next(random));
                return;
            }
            String what = "";
            try {
                int dice = random.nextInt(100);
                what = dice < 60
                        ? complete(lead, random)
                        : dice < 75
                                ? clientAnswers(lead, random)
                                : dice < 88 ? note(lead, random) : message(lead, random);
                happened.merge(what, 1, Integer::sum);
            } catch (ClientErrorException
                    | Refusal
                    | AuthorizationException
                    | BadUserRequestException
                    | NullValueException e) {
                happened.merge("refused", 1, Integer::sum);
            } catch (RuntimeException e) {
                sentAway.add(what + " " + e);
                LOG.warn("sent away", e);
            }
        }

        private boolean isOpen(LeadReference reference) {
            Baton.State state = batons.get(reference).state();
            return state != Baton.State.FINISHED && state != Baton.State.CLOSED;
        }

        private String complete(Played lead, Random random) {
            List<Situation.Open> waiting = Situation.of(lead.reference(), jdbc).tasks().stream()
                    .filter(task -> !task.able().isEmpty())
                    .toList();
            if (waiting.isEmpty()) {
                return "nothing to do";
            }
            Situation.Open task = waiting.get(random.nextInt(waiting.size()));
            if (tasks.createTaskQuery().taskId(task.id()).count() == 0) {
                return "somebody was faster";
            }
            List<String> able = List.copyOf(task.able());
            String person = able.get(random.nextInt(able.size()));
            return as(person, false, () -> {
                String form;
                try {
                    form = forms.getTaskFormData(task.id()).getCamundaFormRef().getKey();
                } catch (OptimisticLockingException e) {
                    return "somebody was faster";
                }
                Map<String, Object> values = new FormFiller(random, wishes(lead, random)).fill(form);
                if (task.assignee() == null) {
                    tasks.claim(task.id(), person);
                }
                forms.submitTaskForm(task.id(), values);
                return "completed " + task.key();
            });
        }

        /** Much is written, and nobody ends it too soon. */
        private Map<String, List<String>> wishes(Played lead, Random random) {
            Map<String, List<String>> texts = new HashMap<>(Wishes.wished(random));
            String second = lead.address().replace("client@", "second@");
            String third = lead.address().replace("client@", "third@");
            texts.put("dealDecision", List.of("summary", "meeting", "meeting", "information"));
            texts.put("contactEmail", List.of(second, third));
            texts.put("contactName", List.of("Colleague"));
            texts.put("alsoTo", List.of(second + ", " + third, second, ""));
            texts.put("silenceDecision", List.of("resend"));
            texts.put("newReceiver", List.of("ae-1"));
            return texts;
        }

        private String clientAnswers(Played lead, Random random) {
            Contact contact = contacts.main(lead.reference()).orElseThrow();
            List<Summary> sent = summaries.sentTo(contact.id()).stream()
                    .filter(it -> hasCome(it.id(), contact))
                    .toList();
            if (sent.isEmpty()) {
                return "nothing to answer";
            }
            Summary summary = sent.get(0);
            String form = "form-" + random.nextLong();
            if (random.nextInt(3) > 0) {
                answers.confirm(contact, form, summary.id(), summary.version());
            } else {
                Map<String, String> said = Map.of("timeline", "rather in month " + random.nextInt(12));
                answers.correct(contact, form, summary.id(), summary.version(), said, null);
            }
            return "client answered";
        }

        /** A client answers what they have read, and no sooner. */
        private boolean hasCome(String summary, Contact contact) {
            return jdbc.sql("select count(*) from sent_mail where mail_key like :key")
                            .param("key", "summary:" + summary + ":" + contact.id() + ":%")
                            .query(Integer.class)
                            .single()
                    > 0;
        }

        private String note(Played lead, Random random) {
            return as("ae-1", true, () -> {
                notes.write(lead.reference(), "ae-1", "note " + random.nextInt());
                return "note";
            });
        }

        private String message(Played lead, Random random) {
            Contact contact = contacts.main(lead.reference()).orElseThrow();
            correspondence.received(lead.reference(), contact, Channel.PAGE, "When? " + random.nextInt(), null, null);
            return "client wrote";
        }

        private int sentMails() {
            return jdbc.sql("select count(*) from sent_mail where recipient like :them")
                    .param("them", "%@" + Long.toString(seed, 36) + "-%")
                    .query(Integer.class)
                    .single();
        }

        /** Until nothing that is due soon is left; what is put off for later is due now. */
        private void waitForJobs() {
            await().atMost(LONGEST_WAIT).pollInterval(Duration.ofMillis(200)).until(() -> {
                jdbc.sql("update act_ru_job set duedate_ = null where id_ in (select id_ from act_ru_job"
                                + " where type_ = 'message' and retries_ > 0 and lock_owner_ is null and duedate_ < "
                                + SOON + " for update skip locked)")
                        .update();
                return dueJobs() + unrecorded() == 0;
            });
            LOG.info("seed {}: nothing is left after {}", seed, Duration.between(begin, Instant.now()));
        }

        private int unrecorded() {
            return jdbc.sql("select count(*) from unrecorded_mail")
                    .query(Integer.class)
                    .single();
        }

        private int dueJobs() {
            return jdbc.sql("select count(*) from act_ru_job where retries_ > 0"
                            + " and (duedate_ is null or duedate_ < " + SOON + ")"
                            + " and type_ = 'message'")
                    .query(Integer.class)
                    .single();
        }

        private Result count() {
            Map<String, Integer> came = new HashMap<>();
            Set<String> sent = new HashSet<>(jdbc.sql("select message_id from sent_mail where recipient like :them")
                    .param("them", "%@" + Long.toString(seed, 36) + "-%")
                    .query(String.class)
                    .list());
            for (MimeMessage mail : mailServer.getReceivedMessages()) {
                String id = messageId(mail);
                if (sent.contains(id) || isOurs(mail)) {
                    came.merge(id, 1, Integer::sum);
                }
            }
            List<String> unsent = new ArrayList<>(
                    sent.stream().filter(id -> !came.containsKey(id)).toList());
            unsent.addAll(jdbc.sql("select j.id_ || ' ' || coalesce(j.exception_msg_, '') from act_ru_job j"
                            + " where j.retries_ = 0 or (j.type_ = 'message' and j.duedate_ is null)")
                    .query(String.class)
                    .list());
            unsent.addAll(jdbc.sql(
                            "select s.reference || ' summary ' || s.version || ' is ' || s.status from summary s where s.status <> 'withdrawn' and s.reference in (:leads)"
                                    + " and s.answered_at is null and not exists (select 1 from sent_mail m where m.mail_key like 'summary:' || s.id || ':%')")
                    .param("leads", all)
                    .query(String.class)
                    .list());
            unsent.addAll(jdbc.sql(
                            "select reference from lead where reference in (:leads) and not exists"
                                    + " (select 1 from sent_mail m where m.reference = lead.reference and m.mail_key like 'acknowledge:%')")
                    .param("leads", all)
                    .query(String.class)
                    .list());
            Map<String, Integer> recorded = new HashMap<>();
            jdbc.sql("select detail from ledger where type = 'mail.sent' and reference in (:leads)")
                    .param("leads", all)
                    .query(String.class)
                    .list()
                    .forEach(detail -> recorded.merge(
                            detail.replaceFirst("(?s).*\"messageId\":\"([^\"]*)\".*", "$1"), 1, Integer::sum));
            List<String> unrecorded = came.keySet().stream()
                    .filter(id -> recorded.getOrDefault(id, 0) != 1)
                    .map(id -> jdbc.sql(
                                            "select m.mail_key || ' about ' || m.reference || coalesce(' not told: ' || u.template, '')"
                                                    + " from sent_mail m left join unrecorded_mail u on u.mail_key = m.mail_key"
                                                    + " where m.message_id = :id")
                                    .param("id", id)
                                    .query(String.class)
                                    .optional()
                                    .orElse(id)
                            + ", on the ledger " + recorded.getOrDefault(id, 0) + " times")
                    .toList();
            int mails = came.values().stream().mapToInt(it -> it).sum();
            return new Result(
                    seed,
                    mails,
                    mails - came.size(),
                    unsent,
                    unrecorded,
                    deadlocks() - deadlocksBefore,
                    sentAway,
                    happened);
        }

        private boolean isOurs(MimeMessage mail) {
            try {
                return String.valueOf(mail.getAllRecipients()[0]).contains("@" + Long.toString(seed, 36) + "-");
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        private String messageId(MimeMessage mail) {
            try {
                return mail.getMessageID();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private long deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private <T> T as(String person, boolean byPage, java.util.concurrent.Callable<T> action) {
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
        if (!byPage) {
            identity.setAuthentication(person, groups);
        }
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            identity.clearAuthentication();
            SecurityContextHolder.clearContext();
        }
    }
}
