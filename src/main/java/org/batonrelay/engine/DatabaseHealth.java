package org.batonrelay.engine;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says within a second whether the database answers: whoever asks for Baton's health has to know, and would otherwise
 * wait as long as everybody else does for a connection. Takes the place of Boot's own of this name.
 */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ExecutorService asking = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "database-health");
        thread.setDaemon(true);
        return thread;
    });
    private final JdbcClient jdbc;

    /** A question that nobody has answered yet: no further one is asked meanwhile. */
    private @Nullable Future<Integer> asked;

    DatabaseHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Health health() {
        Future<Integer> answer = ask();
        try {
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Health.up().build();
        } catch (TimeoutException e) {
            return Health.down()
                    .withDetail("reason", "no answer within " + PATIENCE)
                    .build();
        } catch (ExecutionException e) {
            return Health.down()
                    .withDetail("reason", String.valueOf(e.getCause()))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        }
    }

    private synchronized Future<Integer> ask() {
        Future<Integer> open = asked;
        if (open != null && !open.isDone()) {
            return open;
        }
        Future<Integer> question =
                asking.submit(() -> jdbc.sql("select 1").query(Integer.class).single());
        asked = question;
        return question;
    }
}
