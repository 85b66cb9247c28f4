package org.batonrelay.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Servers outside of this house that cannot be reached at the moment. While one is away nobody knocks but a look every
 * few seconds; once it answers, whatever waits for it goes at once and begins to count its tries anew, on whatever node
 * it was put off. What stays away for too long is an incident as before: tries and pauses are the engine's.
 */
@Component
public class Outages implements DisposableBean {

    static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private final Map<String, BooleanSupplier> away = new ConcurrentHashMap<>();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "outages");
        thread.setDaemon(true);
        return thread;
    });
    private final JdbcClient jdbc;
    private final Clock clock;

    Outages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        watch.scheduleWithFixedDelay(this::look, LOOK_EVERY.toSeconds(), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** @param server what a person calls it, such as {@code The mail server mail.example:587} */
    public boolean isAway(String server) {
        return away.containsKey(server);
    }

    /** @param answers looks whether it can be reached again, and takes a few seconds at most */
    public void away(String server, BooleanSupplier answers) {
        known.add(server);
        if (away.putIfAbsent(server, answers) == null) {
            LOG.warn("{}: what is meant for it waits until it answers.", Away.sentence(server));
        }
    }

    /** The first answer since the start counts, too: there may be what waits since before it. */
    public void answered(String server) {
        boolean wasAway = away.remove(server) != null;
        if (wasAway || known.add(server)) {
            int waited = wake(server);
            // a job that has failed a moment ago may not have been put off yet
            watch.schedule(() -> wake(server), LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
            if (wasAway || waited > 0) {
                LOG.info("{} answers again; {} jobs that waited for it go now.", server, waited);
            }
        }
    }

    /** Whether anything waits for it, perhaps since before the start. */
    public boolean isWaitedFor(String server) {
        return jdbc.sql("select count(*) from act_ru_job where retries_ > 0 and exception_msg_ like :why")
                        .param("why", "%" + Away.sentence(server) + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Looks for each of them once. */
    void look() {
        away.forEach((server, answers) -> {
            try {
                if (answers.getAsBoolean()) {
                    answered(server);
                }
            } catch (RuntimeException e) {
                // the database is away as well: the next look comes soon
                away.putIfAbsent(server, answers);
                LOG.debug("looking after {} failed", server, e);
            }
        });
    }

    private int wake(String server) {
        return jdbc.sql(
                        "update act_ru_job set duedate_ = :now, retries_ = :tries, rev_ = rev_ + 1"
                                + " where retries_ > 0 and lock_owner_ is null and duedate_ > :now and exception_msg_ like :why")
                .param("now", Timestamp.from(clock.instant()))
                .param("tries", FailedJob.TRIES)
                .param("why", "%" + Away.sentence(server) + "%")
                .update();
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
