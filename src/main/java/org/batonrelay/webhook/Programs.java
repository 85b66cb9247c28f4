package org.batonrelay.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.batonrelay.webhook.WebhookSettings.Hook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Posts to programs of others: never for long, never elsewhere than told, never into the house's own network unless
 * that is allowed. A slow one has two of the engine's threads at most, and one that cannot be reached is left in peace
 * for a while.
 */
@Component
class Programs {

    enum Outcome {
        TAKEN,
        /** Nobody was asked: it has enough to do, or could not be reached a moment ago. */
        BUSY,
        REFUSED,
        /** It wants to be told nothing any more. */
        GONE
    }

    record Answer(Outcome outcome, String words) {}

    private static final Duration PEACE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;
    private static final int GONE = 410;

    private final HttpClient http;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final Map<String, Instant> inPeaceUntil = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration patience;

    @Autowired
    Programs(Clock clock) {
        this(clock, Duration.ofSeconds(10));
    }

    Programs(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** How long something waits for which there was no place; not all of it for the same time. */
    Duration aWhile() {
        return PEACE.plusMillis(ThreadLocalRandom.current().nextLong(PEACE.toMillis()));
    }

    Answer post(String name, Hook hook, String id, String body) {
        Semaphore place = places.computeIfAbsent(name, it -> new Semaphore(AT_ONCE));
        boolean inPeace = inPeaceUntil.getOrDefault(name, Instant.MIN).isAfter(clock.instant());
        if (inPeace || !got(place)) {
            return new Answer(Outcome.BUSY, "");
        }
        try {
            return posted(name, hook, id, body);
        } finally {
            place.release();
        }
    }

    private Answer posted(String name, Hook hook, String id, String body) {
        try {
            if (!hook.privateAddress() && !PublicAddresses.isPublic(hook.url().getHost())) {
                return refused(hook.url().getHost() + " leads into the house's own network");
            }
            HttpResponse<InputStream> response = http.send(request(hook, id, body), BodyHandlers.ofInputStream());
            response.body().close(); // nobody reads it, however long it is
            return told(response.statusCode());
        } catch (UnknownHostException e) {
            return refused("nobody is called " + hook.url().getHost());
        } catch (IOException e) {
            inPeaceUntil.put(name, clock.instant().plus(PEACE));
            return refused(
                    e instanceof HttpTimeoutException
                            ? "no answer within " + patience.toSeconds() + " seconds"
                            : "cannot be reached (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Outcome.BUSY, "");
        }
    }

    private HttpRequest request(Hook hook, String id, String body) {
        Instant now = clock.instant();
        return HttpRequest.newBuilder(hook.url())
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Baton")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(hook.key(), id, now, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static Answer told(int status) {
        if (status >= 200 && status < 300) {
            return new Answer(Outcome.TAKEN, "");
        }
        if (status == GONE) {
            return new Answer(Outcome.GONE, "answered 410, which means: no more");
        }
        return refused(
                status >= 300 && status < 400
                        ? "answered " + status + ": it leads elsewhere, and nobody follows"
                        : "answered " + status);
    }

    private static Answer refused(String words) {
        return new Answer(Outcome.REFUSED, words);
    }

    private static boolean got(Semaphore place) {
        try {
            return place.tryAcquire(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
