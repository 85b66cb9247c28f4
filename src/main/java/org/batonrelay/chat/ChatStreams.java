package org.batonrelay.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Everybody who listens on this node. While anybody does, one look at the database every third of a second finds what
 * is new, whichever node it was said on; no thread waits for a single listener. One who does not take what is sent
 * holds up nobody else. Closed before the web server stops, which would wait for listeners.
 */
@Component
class ChatStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChatStreams.class);
    private static final long LOOK_MILLIS = 300;
    private static final long LOOKS_A_HEARTBEAT = 50;
    private static final int SENDERS = 8;

    private final Chats chats;
    private final ChatSettings.Limits limits;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService lookout =
            Executors.newSingleThreadScheduledExecutor(daemons("chat-lookout-"));
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, daemons("chat-"));
    private volatile boolean running;
    private long looks;

    ChatStreams(Chats chats, ChatSettings settings) {
        this.chats = chats;
        this.limits = settings.limits();
    }

    /** Visitors are asked to come back after half an hour, people of the house sooner: their rights may have changed. */
    SseEmitter open(Feed feed, String address) {
        String network = ChatLimits.network(address);
        long sameAddress =
                listeners.stream().filter(it -> it.network.equals(network)).count();
        if (listeners.size() >= limits.streams() || sameAddress >= limits.streamsPerAddress()) {
            throw new ChatLimits.TooFast(15);
        }
        Duration patience = feed instanceof VisitorFeed ? Duration.ofMinutes(30) : Duration.ofMinutes(5);
        Listener listener = new Listener(feed, network, new SseEmitter(patience.toMillis()));
        listener.emitter.onCompletion(() -> listeners.remove(listener));
        listener.emitter.onTimeout(listener.emitter::complete);
        listener.emitter.onError(gone -> listeners.remove(listener));
        listeners.add(listener);
        listener.soon(true);
        return listener.emitter;
    }

    int open() {
        return listeners.size();
    }

    private void look() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            boolean heartbeat = ++looks % LOOKS_A_HEARTBEAT == 0;
            Feed.News news = new Feed.News(
                    chats.shownIn(
                            feeds(VisitorFeed.class).map(VisitorFeed::chat).collect(Collectors.toSet())),
                    chats.messagesOf(feeds(LeadFeed.class).map(LeadFeed::lead).collect(Collectors.toSet())));
            listeners.stream()
                    .filter(it -> heartbeat || it.feed.hasMissed(news))
                    .forEach(it -> it.soon(heartbeat));
        } catch (RuntimeException e) {
            LOG.warn("looking for new chat messages failed and is tried again: {}", e.toString());
        }
    }

    private <F extends Feed> Stream<F> feeds(Class<F> kind) {
        return listeners.stream().map(it -> it.feed).filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public void start() {
        running = true;
        lookout.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        lookout.shutdownNow();
        senders.shutdownNow();
        listeners.forEach(it -> it.emitter.complete());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static CustomizableThreadFactory daemons(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }

    /** Somebody with an open stream; never written to by two threads at a time. */
    private final class Listener {

        private final Feed feed;
        private final String network;
        private final SseEmitter emitter;
        private final AtomicBoolean busy = new AtomicBoolean();

        Listener(Feed feed, String network, SseEmitter emitter) {
            this.feed = feed;
            this.network = network;
            this.emitter = emitter;
        }

        void soon(boolean heartbeat) {
            if (busy.compareAndSet(false, true)) {
                senders.execute(() -> send(heartbeat));
            }
        }

        private void send(boolean heartbeat) {
            try {
                if (heartbeat) {
                    emitter.send(SseEmitter.event().comment("still here").reconnectTime(2000));
                }
                for (Feed.Event event : feed.next()) {
                    emitter.send(
                            SseEmitter.event().name("message").id(event.id()).data(event.message()));
                }
            } catch (IOException | IllegalStateException gone) {
                listeners.remove(this);
                emitter.complete();
            } catch (RuntimeException e) {
                LOG.warn("a chat's listener is asked to come back: {}", e.toString());
                emitter.complete();
            } finally {
                busy.set(false);
            }
        }
    }
}
