package org.batonrelay.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people of the house, where they look and when they work, and nobody twice. What was said to one is on record in
 * a transaction of its own, so that a server which is down for another makes nobody hear it again.
 */
@Component
@EnableConfigurationProperties(NoticeSettings.class)
public class Notices {

    private final AddressBook addresses;
    private final QuietHours quiet;
    private final HeldNotices held;
    private final List<Channel> channels;
    private final ChatNotices said;
    private final Slack slack;
    private final NoticeSettings settings;
    private final TransactionTemplate ownTransaction;

    Notices(
            AddressBook addresses,
            QuietHours quiet,
            HeldNotices held,
            List<Channel> channels,
            ChatNotices said,
            Slack slack,
            NoticeSettings settings,
            PlatformTransactionManager transactions) {
        this.addresses = addresses;
        this.quiet = quiet;
        this.held = held;
        this.channels = channels;
        this.said = said;
        this.slack = slack;
        this.settings = settings;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Call it from an {@link org.batonrelay.engine.Errand}, which is tried again: it speaks to servers. Whoever was
     * told before is left out, and whoever is away now is told when they work again.
     */
    public void tell(Notice notice) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Reader reader : addresses.readersOf(notice.to())) {
            channels.stream()
                    .filter(channel -> channel.reaches(reader))
                    .findFirst()
                    .ifPresent(channel -> tell(notice, reader, channel, failures));
        }
        failures.stream().findFirst().ifPresent(failure -> {
            throw failure;
        });
    }

    /** When the first of those whom this would reach works again; empty where somebody may be told now. */
    public Optional<Instant> quietUntil(Recipient to) {
        Instant now = quiet.now();
        return addresses.readersOf(to).stream()
                .map(reader -> quiet.endFor(reader, now))
                .min(Comparator.naturalOrder())
                .filter(now::isBefore);
    }

    private void tell(Notice notice, Reader reader, Channel channel, List<RuntimeException> failures) {
        Instant now = quiet.now();
        Instant end = quiet.endFor(reader, now);
        if (notice.urgency() == Notice.Urgency.IN_HOURS && end.isAfter(now)) {
            held.hold(notice, reader.recipient(), now, end);
            return;
        }
        try {
            ownTransaction.executeWithoutResult(status -> channel.tell(notice, reader));
            held.forget(notice.key(), reader.recipient());
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    /**
     * What it was about has settled itself: wherever it was said and can change, this now stands instead. Call it from
     * an errand, too.
     */
    public void replace(String topic, String sentence) {
        for (ChatNotices.Said one : said.standing(topic)) {
            String plain = new SlackText().plain(sentence);
            ownTransaction.executeWithoutResult(status -> {
                slack.update(
                        one.posted(),
                        one.title() + ": " + plain,
                        List.of(SlackBlocks.section("*" + one.title() + "*\n" + plain)));
                said.replaced(one);
            });
        }
    }

    /** Whether what is said to one of these can change afterwards. */
    public boolean canReplace(Collection<Recipient> readers) {
        return slack.isConnected()
                && readers.stream().anyMatch(it -> settings.whereOf(it).inSlack() != null);
    }

    /** Whether somebody wants a mail each morning. */
    public boolean wantsDigest(String person) {
        return settings.notices().digests()
                && settings.whereOf(Recipient.person(person)).digest();
    }
}
