package org.batonrelay.chat;

import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How much one address, and all together, may say and begin. Each node counts for itself. The addresses seen last are
 * remembered, so that a flood from many takes no memory; what they do together still counts.
 */
@Component
class ChatLimits {

    private static final int MOST_ADDRESSES = 10_000;

    /** Somebody is too fast; nothing was done. */
    static final class TooFast extends RuntimeException {

        private final long seconds;

        TooFast(long seconds) {
            super("too fast", null, false, false);
            this.seconds = seconds;
        }

        long seconds() {
            return seconds;
        }
    }

    private final Map<String, Bucket> messages = new Recent();
    private final Map<String, Bucket> chats = new Recent();
    private final Bucket allMessages;
    private final ChatSettings.Limits limits;

    ChatLimits(ChatSettings settings) {
        this.limits = settings.limits();
        this.allMessages = bucket(limits.messagesPerSecond() * 2L, limits.messagesPerSecond(), Duration.ofSeconds(1));
    }

    /** @throws TooFast with the seconds after which it may be tried again */
    void say(String address) {
        take(messages, address, () -> perMinute(limits.messagesPerMinute()));
        take(allMessages);
    }

    /** @throws TooFast with the seconds after which it may be tried again */
    void begin(String address) {
        take(chats, address, () -> bucket(limits.chatsPerMinute(), limits.chatsPerMinute(), Duration.ofMinutes(1)));
        say(address);
    }

    private static void take(Map<String, Bucket> known, String address, Supplier<Bucket> fresh) {
        Bucket bucket;
        synchronized (known) {
            bucket = known.computeIfAbsent(network(address), unknown -> fresh.get());
        }
        take(bucket);
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooFast(
                    1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
        }
    }

    private static Bucket perMinute(int many) {
        return bucket(Math.max(1, many / 3), many, Duration.ofMinutes(1));
    }

    private static Bucket bucket(long atOnce, long many, Duration in) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(many, in))
                .build();
    }

    /** One customer of a provider has a whole network of the newer addresses. */
    static String network(String address) {
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? Arrays.toString(Arrays.copyOf(six.getAddress(), 8))
                    : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }

    private static final class Recent extends LinkedHashMap<String, Bucket> {

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    }
}
